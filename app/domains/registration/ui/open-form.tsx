import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Asks for the contact that was given, or sends a link to it. */
export function OpenForm({ link, form }: { link: string | null; form: FormState }) {
  const t = useT('registration');
  return (
    <section className="l-stack" aria-labelledby="abrir">
      <h2 id="abrir">{t('own.open.title')}</h2>
      {link ? (
        <form method="post">
          <input type="hidden" name="enlace" value={link} />
          <Button kind="go" name="accion" value="abrir">
            {t('own.open.link')}
          </Button>
        </form>
      ) : (
        <>
          <p>{t('own.open.text')}</p>
          <form method="post" noValidate className="l-narrow">
            <TextField
              name="contacto"
              label={t('own.open.contact')}
              value={form.value('contacto')}
              error={form.errors('contacto')}
              autoComplete="email"
            />
            <p className="l-row l-end">
              <Button name="accion" value="abrir">
                {t('own.open.go')}
              </Button>
              <Button kind="quiet" icon="mail" name="accion" value="enlace">
                {t('own.open.mail')}
              </Button>
            </p>
          </form>
        </>
      )}
    </section>
  );
}
