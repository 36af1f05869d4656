import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Prose } from '#app/ui/prose.tsx';

/**
 * Inside a form: what looks like personal data in what was just sent, and the choice. `leave` says what sending
 * it as it stands means; without it, it can only be hidden or changed. `act` is the value of the form's button.
 */
export function MarkedTexts({
  form,
  fields,
  leave,
  act,
}: {
  form: FormState;
  fields: readonly string[];
  leave?: string;
  act?: string;
}) {
  const t = useT('common');
  const marked = form.marked.filter(({ field }) => fields.includes(field));
  if (marked.length === 0) return null;
  return (
    <div className="l-gap">
      {act && <input type="hidden" name="accion" value={act} />}
      <Notice kind="sun" icon="eye" title={t('marked.title')}>
        {t('marked.text')}
      </Notice>
      {marked.map(({ field, text, marks }) => (
        <blockquote key={field} className="quote">
          <Prose text={text} marks={marks} />
        </blockquote>
      ))}
      <div className="l-row">
        <Button kind="go" name="datos" value="ocultar">
          {t('marked.hide')}
        </Button>
        {leave && (
          <Button name="datos" value="dejar">
            {leave}
          </Button>
        )}
      </div>
    </div>
  );
}
