import { useEffect, useState } from 'react';
import { drawLimits } from '#app/domains/draw/rules.ts';
import { sha256Hex } from '#app/domains/draw/lottery.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Draws that await secrets, for people of the Circle; nothing when there are none. */
export function SharedDraws({
  draws,
}: {
  draws: { meetingId: string; title: string; sharesUntil: Date; revealUntil: Date }[];
}) {
  const t = useT('draw');
  const f = useFormat();
  if (draws.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="sorteos">
      <h2 id="sorteos">{t('draw.secret.list')}</h2>
      <ul className="list">
        {draws.map((draw) => (
          <li key={draw.meetingId}>
            <a href={`/circulo/mesa/sorteos/${draw.meetingId}`}>{draw.title}</a>
            <span>
              {t('draw.secret.list.until', {
                commit: f.date(draw.sharesUntil, 'moment'),
                reveal: f.date(draw.revealUntil, 'moment'),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where script runs, a phrase that stays in the browser becomes the hash that is sent. */
function PhraseField() {
  const t = useT('draw');
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  const write = (phrase: string) => {
    const hash = document.querySelector<HTMLInputElement>('input[name=huella]');
    if (!hash) return;
    if (phrase.length < drawLimits.secretMin) hash.value = '';
    else void sha256Hex(phrase).then((digest) => (hash.value = digest));
  };
  return (
    <div className="field" onInput={(event) => write((event.target as HTMLInputElement).value)}>
      <label className="field__label" htmlFor="frase">
        {t('draw.secret.phrase')}
      </label>
      <p className="field__hint" id="frase-h">
        {t('draw.secret.phrase.hint')}
      </p>
      <input
        className="input"
        id="frase"
        type="text"
        autoComplete="off"
        maxLength={drawLimits.secretMax}
        aria-describedby="frase-h"
      />
    </div>
  );
}

/** Commits to a secret by its hash. */
export function CommitSecret({ form }: { form: FormState | null }) {
  const t = useT('draw');
  return (
    <form method="post" noValidate className="l-form">
      <PhraseField />
      <TextField
        name="huella"
        label={t('draw.secret.hash')}
        hint={t('draw.secret.hash.hint')}
        value={form?.value('huella')}
        error={form?.errors('huella')}
        autoComplete="off"
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="comprometer">
          {t('draw.secret.commit')}
        </Button>
      </p>
    </form>
  );
}

/** Reveals it. */
export function RevealSecret({ form }: { form: FormState | null }) {
  const t = useT('draw');
  return (
    <form method="post" noValidate className="l-form">
      <TextField
        name="secreto"
        label={t('draw.secret.reveal.field')}
        hint={t('draw.secret.reveal.hint')}
        value={form?.value('secreto')}
        error={form?.errors('secreto')}
        autoComplete="off"
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="revelar">
          {t('draw.secret.reveal')}
        </Button>
      </p>
    </form>
  );
}
