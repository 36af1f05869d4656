import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Address and password. A wrong one is said of both, so the password has no error of its own. */
export function EnterForm({ form }: { form: FormState }) {
  const t = useT('accounts');
  return (
    <form method="post" noValidate>
      <TextField
        name="correo"
        type="email"
        inputMode="email"
        autoComplete="username"
        label={t('field.email')}
        value={form.value('correo')}
        error={form.errors('correo')}
      />
      <TextField
        name="clave"
        type="password"
        autoComplete="current-password"
        label={t('field.password')}
      />
      <p className="l-gap">
        <Button kind="go" size="big">
          {t('enter.submit')}
        </Button>
      </p>
    </form>
  );
}
