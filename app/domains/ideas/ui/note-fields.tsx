import { ideaLimits } from '#app/domains/ideas/rules.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { MarkedTexts } from '#app/ui/marked-texts.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** A note under an idea whose text others support already. */
export function NoteFields({ form }: { form: FormState }) {
  const t = useT('ideas');
  return (
    <form method="post" noValidate>
      <TextField
        name="nota"
        label={t('note.label')}
        hint={t('note.hint')}
        rows={4}
        maxLength={ideaLimits.note}
        value={form.value('nota')}
        error={form.errors('nota')}
      />
      <MarkedTexts form={form} fields={['nota']} />
      <div className="l-end">
        <Button kind="go">{t('note.send')}</Button>
      </div>
    </form>
  );
}
