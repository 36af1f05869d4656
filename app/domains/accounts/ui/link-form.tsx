import type { DataPolicy } from '#app/domains/accounts/data-policy.ts';
import { passwordLimits } from '#app/domains/accounts/rules.ts';
import type { LinkPurpose } from '#app/domains/accounts/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { PolicyConsent } from '#app/domains/accounts/ui/policy-consent.tsx';

/**
 * What a mailed link asks for before it does what it is for: its button, and where it needs them a
 * name and a password.
 */
export function LinkForm({
  purpose,
  policy,
  form,
}: {
  purpose: LinkPurpose;
  /** Only where the link opens an account. */
  policy: DataPolicy | null;
  form: FormState;
}) {
  const t = useT('accounts');
  const asksPassword = purpose === 'recover' || purpose === 'first_coordinator';
  return (
    <form method="post" noValidate>
      {purpose === 'first_coordinator' && (
        <TextField
          name="nombre"
          autoComplete="name"
          label={t('field.name')}
          value={form.value('nombre')}
          error={form.errors('nombre')}
        />
      )}
      {asksPassword && (
        <TextField
          name="clave"
          type="password"
          autoComplete="new-password"
          label={t('field.new_password')}
          hint={t('field.password.hint', { min: passwordLimits.min })}
          error={form.errors('clave')}
        />
      )}
      {policy && <PolicyConsent policy={policy} summary={t('register.policy.short')} form={form} />}
      <p className="l-gap">
        <Button kind="go" size="big">
          {t(`link.${purpose}.submit`)}
        </Button>
      </p>
    </form>
  );
}
