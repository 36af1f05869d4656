import type { IdeaStep } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Takes a decided idea a step further, with what shows that it was taken. */
export function AdvanceForm({
  ahead,
  form,
}: {
  ahead: Extract<IdeaStep, 'en_el_compromiso' | 'cumplida'>[];
  form: FormState;
}) {
  const t = useT('coordination');
  const c = useT('common');
  return (
    <form method="post" className="l-form">
      <RadioGroup
        name="paso"
        legend={t('idea.step')}
        options={ahead.map((step) => ({
          value: step,
          label: c(`road.step.${step}`),
          hint: t(`idea.step.${step}`),
        }))}
        value={form.value('paso', ahead[0])}
        error={form.errors('paso')}
      />
      <TextField
        name="nota"
        rows={4}
        label={t('idea.note')}
        hint={t('idea.note.hint')}
        maxLength={1000}
        value={form.value('nota')}
        error={form.errors('nota')}
      />
      <p className="l-end">
        <Button kind="go">{t('idea.send')}</Button>
      </p>
    </form>
  );
}
