import { passwordLimits } from '#app/domains/accounts/rules.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Changes the own password. */
export function PasswordForm({ form }: { form: FormState }) {
  const t = useT('accounts');
  return (
    <section className="l-stack l-form l-gap" aria-labelledby="cambiar-clave">
      <h2 id="cambiar-clave">{t('password.title')}</h2>
      <p>
        {t('password.text')} <a href="/entrar/recuperar">{t('password.none')}</a>
      </p>
      <form method="post" noValidate>
        <TextField
          name="clave"
          type="password"
          autoComplete="current-password"
          label={t('field.current_password')}
          error={form.errors('clave')}
        />
        <TextField
          name="clave_nueva"
          type="password"
          autoComplete="new-password"
          label={t('field.new_password')}
          hint={t('field.password.hint', { min: passwordLimits.min })}
          error={form.errors('clave_nueva')}
        />
        <p className="l-gap">
          <Button name="accion" value="clave" kind="go">
            {t('password.submit')}
          </Button>
        </p>
      </form>
    </section>
  );
}
