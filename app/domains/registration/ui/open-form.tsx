import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Sends a link to the contact that was given, or asks for the word that only the person has. */
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
          <form method="post">
            <Button icon="mail" name="accion" value="enlace">
              {t('own.open.mail')}
            </Button>
          </form>
          <form method="post" noValidate className="l-narrow">
            <TextField
              name="palabra"
              label={t('own.open.word')}
              hint={t('own.open.word.hint')}
              value={form.value('palabra')}
              error={form.errors('palabra')}
              autoComplete="off"
            />
            <p className="l-end">
              <Button name="accion" value="abrir">
                {t('own.open.go')}
              </Button>
            </p>
          </form>
        </>
      )}
    </section>
  );
}
