import type { Profile } from '#app/domains/declarations/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, RadioGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Options = { value: string; label: string }[];

/** What an account says of itself, with the permission to count it. */
export function ProfileForm({
  profile,
  genders,
  localities,
  form,
}: {
  profile: Profile | null;
  genders: Options;
  localities: Options;
  form: FormState;
}) {
  const t = useT('accounts');
  const w = useT('registration');
  return (
    <form method="post" noValidate className="l-form l-gap">
      <RadioGroup
        name="genero"
        optional
        two
        legend={w('form.genero')}
        sensitive={w('form.genero.why')}
        options={genders}
        value={form.value('genero', profile?.genero ?? '')}
        error={form.errors('genero')}
      />
      <TextField
        name="anio_nacimiento"
        optional
        short
        inputMode="numeric"
        maxLength={4}
        label={w('form.anio')}
        hint={w('form.anio.hint')}
        value={form.value('anio_nacimiento', profile?.anio_nacimiento?.toString() ?? '')}
        error={form.errors('anio_nacimiento')}
      />
      {localities.length > 0 && (
        <SelectField
          name="localidad"
          optional
          label={w('form.localidad')}
          empty={w('form.choose')}
          options={localities}
          value={form.value('localidad', profile?.localidad ?? '')}
          error={form.errors('localidad')}
        />
      )}
      <Checkbox
        name="acepta_estadistica"
        label={t('about.consent')}
        checked={form.value('acepta_estadistica', '') === 'si'}
        error={form.errors('acepta_estadistica')}
      />
      <p className="u-small u-mute">{t('about.frozen')}</p>
      <p className="l-row l-end">
        <Button kind="go" name="accion" value="guardar">
          {t('about.save')}
        </Button>
        {profile && (
          <Button name="accion" value="borrar">
            {t('about.erase')}
          </Button>
        )}
      </p>
    </form>
  );
}
