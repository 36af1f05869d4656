import { useT } from '#app/platform/i18n/use-t.ts';
import type { City } from '#app/platform/city/types.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Options = { value: string; label: string }[];

/** Which city it is. */
export function CityFields({
  kept,
  countries,
  zones,
  form,
}: {
  kept: Pick<City, 'name' | 'timeZone' | 'country' | 'languages'>;
  countries: Options;
  zones: Options;
  form: FormState;
}) {
  const t = useT('setup');
  return (
    <form method="post" className="l-form">
      <TextField
        name="nombre"
        label={t('field.name')}
        hint={t('field.name.hint')}
        value={form.value('nombre', kept.name)}
        error={form.errors('nombre')}
      />
      <SelectField
        name="pais"
        label={t('field.country')}
        hint={t('field.country.hint')}
        options={countries}
        empty={t('field.choose')}
        value={form.value('pais', kept.country)}
        error={form.errors('pais')}
      />
      <SelectField
        name="zona"
        label={t('field.zone')}
        hint={t('field.zone.hint')}
        options={zones}
        empty={t('field.choose')}
        value={form.value('zona', kept.country ? kept.timeZone : '')}
        error={form.errors('zona')}
      />
      <CheckboxGroup
        name="idiomas"
        legend={t('field.languages')}
        hint={t('field.languages.hint')}
        options={[{ value: 'en', label: t('field.languages.en') }]}
        values={form.values('idiomas', kept.languages)}
        error={form.errors('idiomas')}
        optional
      />
      <p className="l-end">
        <Button kind="go" size="big">
          {t('next')}
        </Button>
      </p>
    </form>
  );
}
