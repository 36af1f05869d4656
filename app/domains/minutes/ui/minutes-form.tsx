import { minutesLimits, minutesTexts } from '#app/domains/minutes/rules.ts';
import type { Minutes } from '#app/domains/minutes/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { MarkedTexts } from '#app/ui/marked-texts.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const parts = [
  { name: 'orden', field: 'agenda', rows: 4, optional: true },
  { name: 'temas', field: 'topics', rows: 9, optional: false },
  { name: 'acuerdos', field: 'agreements', rows: 6, optional: false },
  { name: 'cierre', field: 'closing', rows: 3, optional: true },
] as const;

/**
 * The texts of the minutes. `seen` is the draft that the editor began from, so that nobody writes over
 * another's work.
 */
export function MinutesForm({
  start,
  seen,
  lang,
  form,
}: {
  start: Minutes | null;
  seen: string;
  lang: string;
  form: FormState;
}) {
  const t = useT('minutes');
  return (
    <form method="post" className="l-form">
      <input type="hidden" name="guardada" value={form.value('guardada', seen)} />
      {parts.map(({ name, field, rows, optional }) => (
        <TextField
          key={name}
          name={name}
          lang={lang}
          label={t(`minutes.${field}`)}
          hint={t(`minutes.${field}.hint`)}
          rows={rows}
          optional={optional}
          value={form.value(name, start?.[field] ?? '')}
          error={form.errors(name)}
          maxLength={minutesLimits.text}
        />
      ))}
      <MarkedTexts form={form} fields={minutesTexts} leave={t('marked.leave')} act="guardar" />
      <p className="l-row l-end">
        <Button name="accion" value="guardar" kind="go">
          {t('minutes.save')}
        </Button>
      </p>
    </form>
  );
}
