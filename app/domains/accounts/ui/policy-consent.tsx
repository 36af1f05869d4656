import type { DataPolicy } from '#app/domains/accounts/data-policy.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Checkbox } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { DataPolicyText } from '#app/domains/accounts/ui/data-policy.tsx';

/** The data policy to read on the spot, and the box that accepts it. */
export function PolicyConsent({
  policy,
  summary,
  form,
}: {
  policy: DataPolicy;
  summary: string;
  form: FormState;
}) {
  const t = useT('accounts');
  return (
    <>
      <Fold summary={summary}>
        <DataPolicyText policy={policy} level="h3" />
      </Fold>
      <Checkbox
        name="acepta_datos"
        label={t('register.consent')}
        checked={form.value('acepta_datos') === 'si'}
        error={form.errors('acepta_datos')}
      />
    </>
  );
}
