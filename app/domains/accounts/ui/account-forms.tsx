import type { Account } from '#app/domains/accounts/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What a person corrects of themselves: name and language at once, the address through a link to the new one. */
export function AccountForms({ account, form }: { account: Account; form: FormState }) {
  const t = useT('accounts');
  const posted = form.value('accion');
  const typed = (action: string, field: string, kept: string) =>
    posted === action ? form.value(field) : kept;
  const languages = [
    { value: 'es', label: <span lang="es">{t('account.language.es')}</span> },
    { value: 'en', label: <span lang="en">{t('account.language.en')}</span> },
  ];
  return (
    <section className="l-stack" aria-labelledby="datos">
      <h2 id="datos">{t('account.data.title')}</h2>
      <Fold summary={t('account.profile.title')} open={posted === 'datos'}>
        <form method="post" noValidate className="l-form">
          <TextField
            name="nombre"
            autoComplete="name"
            label={t('field.name')}
            hint={account.isAdult ? t('account.name.hint') : t('account.name.minor')}
            value={typed('datos', 'nombre', account.name)}
            error={form.errors('nombre')}
          />
          <RadioGroup
            name="idioma"
            legend={t('account.language')}
            hint={t('account.language.hint')}
            options={languages}
            value={typed('datos', 'idioma', account.locale)}
            error={form.errors('idioma')}
            two
          />
          <p className="l-gap">
            <Button name="accion" value="datos">
              {t('account.save')}
            </Button>
          </p>
        </form>
      </Fold>
      <Fold summary={t('account.email.title')} open={posted === 'correo'}>
        <form method="post" noValidate className="l-form">
          <p>{t('account.email.now', { email: account.email })}</p>
          <TextField
            name="correo"
            type="email"
            inputMode="email"
            autoComplete="email"
            label={t('account.email.new')}
            hint={t('account.email.hint')}
            value={typed('correo', 'correo', '')}
            error={form.errors('correo')}
          />
          <TextField
            name="clave"
            type="password"
            autoComplete="current-password"
            label={t('field.password')}
            error={form.errors('clave')}
          />
          <p className="l-gap">
            <Button name="accion" value="correo">
              {t('account.email.submit')}
            </Button>
          </p>
        </form>
      </Fold>
    </section>
  );
}
