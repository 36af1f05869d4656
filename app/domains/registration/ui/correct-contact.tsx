import type { RosterRow } from '#app/domains/registration/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** Whose contact is corrected, by their name on the list. */
export function ChooseContact({ people }: { people: Pick<RosterRow, 'id' | 'name'>[] }) {
  const t = useT('roster');
  return (
    <Fold summary={t('contact.open')}>
      <form method="get" className="l-form l-narrow">
        <p>{t('contact.text')}</p>
        <SelectField
          name="corregir"
          label={t('contact.who')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p className="l-end">
          <Button icon="pencil">{t('contact.next')}</Button>
        </p>
      </form>
    </Fold>
  );
}

/** The contact of one person, to correct what was written wrong. */
export function CorrectContact({
  person,
  form,
}: {
  person: Pick<RosterRow, 'id' | 'name' | 'email' | 'phone'>;
  form: FormState;
}) {
  const t = useT('roster');
  return (
    <section aria-labelledby="contacto" className="l-narrow">
      <h2 id="contacto">{t('contact.heading', { name: person.name })}</h2>
      <form method="post" noValidate className="l-form">
        <input type="hidden" name="accion" value="corregir" />
        <input type="hidden" name="inscripcion" value={person.id} />
        <p>{t('contact.text')}</p>
        <TextField
          name="correo"
          type="email"
          inputMode="email"
          label={t('contact.email')}
          hint={t('contact.hint')}
          value={form.value('correo', person.email ?? '')}
          error={form.errors('correo')}
        />
        <TextField
          name="telefono"
          type="tel"
          inputMode="tel"
          label={t('contact.phone')}
          value={form.value('telefono', person.phone ?? '')}
          error={form.errors('telefono')}
        />
        <p className="u-small u-mute">{t('contact.answers')}</p>
        <p className="l-end">
          <Button icon="check">{t('contact.send')}</Button>
        </p>
      </form>
    </section>
  );
}
