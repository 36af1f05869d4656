import type { RosterRow } from '#app/domains/registration/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

/** Gives a place up for somebody who said that they cannot come, by their name on the list. */
export function CancelFor({
  people,
  form,
}: {
  people: Pick<RosterRow, 'id' | 'name' | 'phone' | 'email'>[];
  form: FormState;
}) {
  const t = useT('roster');
  const mine = form.value('accion') !== 'corregir';
  const error = mine ? form.errors('inscripcion') : undefined;
  return (
    <Fold summary={t('cancel_for.open')} open={error !== undefined}>
      <form method="post" noValidate className="l-form l-narrow">
        <p>{t('cancel_for.text')}</p>
        <SelectField
          name="inscripcion"
          label={t('cancel_for.who')}
          empty={t('cancel_for.choose')}
          options={people.map(({ id, name, phone, email }) => ({
            value: id,
            label: [name, phone ?? email].filter(Boolean).join(' · '),
          }))}
          value={mine ? form.value('inscripcion') : ''}
          error={error}
        />
        <p className="l-end">
          <Button icon="close">{t('cancel_for.send')}</Button>
        </p>
      </form>
    </Fold>
  );
}
