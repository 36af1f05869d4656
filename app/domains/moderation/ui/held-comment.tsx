import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import type { TextSpan } from '#app/ui/marked-parts.ts';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Held = {
  id: string;
  ideaId: string;
  ideaTitle: string;
  body: string;
  lang: string;
  createdAt: Date;
  own: boolean;
  /** Personal data that was found, which can be hidden. */
  spans: TextSpan[];
};

/** A comment that waits, with what was found in it marked, and what a moderator can do. */
export function HeldComment({
  held,
  decides,
  form,
}: {
  held: Held;
  decides: boolean;
  form: FormState | null;
}) {
  const t = useT('moderation');
  const f = useFormat();
  return (
    <article className="panel" data-keys="" aria-labelledby={`t-${held.id}`}>
      <h3 id={`t-${held.id}`}>
        <a href={`/ideas/${held.ideaId}`} lang={held.lang}>
          {held.ideaTitle}
        </a>
      </h3>
      <p className="u-small u-mute">{f.date(held.createdAt)}</p>
      <blockquote className="quote">
        <Prose text={held.body} lang={held.lang} marks={held.spans} />
      </blockquote>
      {held.own && <p>{t('held.own')}</p>}
      {decides && !held.own && (
        <form method="post" action={`/moderacion/comentarios?caso=${held.id}`} noValidate>
          <div className="l-row">
            <Button name="decision" value="publicar" data-key="p">
              {t('held.publish')}
            </Button>
            {held.spans.length > 0 && (
              <Button name="decision" value="ocultar" data-key="o">
                {t('held.hide')}
              </Button>
            )}
          </div>
          <TextField
            name="explicacion"
            id={`explicacion-${held.id}`}
            label={t('held.reason')}
            rows={2}
            value={form?.value('explicacion')}
            error={form?.errors('explicacion')}
          />
          <div className="l-end">
            <Button kind="quiet" name="decision" value="rechazar">
              {t('held.reject')}
            </Button>
          </div>
        </form>
      )}
    </article>
  );
}
