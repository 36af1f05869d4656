import { useT } from '#app/platform/i18n/use-t.ts';
import { reasonField, reasonLimits, type Unanswered } from '#app/domains/proposals/ending.rules.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** The reason of each group of ideas without an answer; one for all serves where a group has none of its own. */
export function ArchiveForm({ groups, form }: { groups: Unanswered[]; form: FormState }) {
  const t = useT('proposals');
  return (
    <form method="post" className="l-form" noValidate>
      {groups.length > 0 && (
        <TextField
          name="razon"
          label={t('archive.reason')}
          hint={t('archive.reason.hint')}
          optional
          rows={4}
          maxLength={reasonLimits.max}
          value={form.value('razon')}
          error={form.errors('razon')}
        />
      )}
      {groups.map((group) => {
        const field = reasonField(group);
        return (
          <TextField
            key={field}
            name={field}
            label={`${group.number}. ${group.title}: ${t(`archive.stage.${group.stage}`, { count: group.ideas })}`}
            optional
            rows={3}
            maxLength={reasonLimits.max}
            value={form.value(field)}
            error={form.errors(field)}
          />
        );
      })}
      <p>
        <Button kind="go">{t('archive.send')}</Button>
      </p>
    </form>
  );
}
