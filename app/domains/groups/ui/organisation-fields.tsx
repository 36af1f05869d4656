import { useT } from '#app/platform/i18n/use-t.ts';
import type { Organisation, OrganisationChoices } from '#app/domains/groups/types.ts';
import { organisationTexts } from '#app/domains/groups/rules.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { MarkedTexts } from '#app/ui/marked-texts.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** The labels of a group's fields, for the lines of the error summary. */
export function useOrganisationLabels(): Record<string, string> {
  const t = useT('groups');
  return {
    nombre: t('call.group.name'),
    organizacion_tipo: t('call.group.kind'),
    localidad: t('call.group.locality'),
    contacto: t('call.group.contact'),
  };
}

/** A group in one line: name, kind, locality. */
export function sayOrganisation(
  organisation: Organisation,
  kinds: OrganisationChoices['kinds'],
): string {
  return [
    organisation.name,
    kinds.find((kind) => kind.code === organisation.kind)?.label ?? organisation.kind,
    organisation.locality?.name,
  ]
    .filter(Boolean)
    .join(' · ');
}

type Props = {
  organisation?: Organisation;
  /** The name that a new one begins with, and what its post does. */
  name?: string;
  act?: 'grupo' | 'nombrar';
  choices: OrganisationChoices;
  form: FormState | null;
  suffix: string;
};

/** The form of a group; with one at hand, to change it. Only the form that was posted shows what was wrong. */
export function OrganisationFields({
  organisation,
  name = '',
  act = 'grupo',
  choices,
  form,
  suffix,
}: Props) {
  const t = useT('groups');
  const field = (of: string, known = '') => ({
    name: of,
    id: form ? of : `${of}-${suffix}`,
    value: form?.value(of) ?? known,
    error: form?.errors(of),
  });
  return (
    <form method="post" noValidate className="l-form">
      {organisation && <input type="hidden" name="id" value={organisation.id} />}
      <TextField
        {...field('nombre', organisation?.name ?? name)}
        label={t('call.group.name')}
        maxLength={160}
      />
      <SelectField
        {...field('organizacion_tipo', organisation?.kind)}
        label={t('call.group.kind')}
        empty={t('call.group.kind.empty')}
        options={choices.kinds.map((kind) => ({ value: kind.code, label: kind.label }))}
      />
      {choices.localities.length > 0 && (
        <SelectField
          {...field('localidad', organisation?.locality?.code)}
          optional
          label={t('call.group.locality')}
          empty={t('call.group.locality.empty')}
          options={choices.localities.map((item) => ({ value: item.code, label: item.name }))}
        />
      )}
      <TextField
        {...field('contacto', organisation?.contact)}
        optional
        label={t('call.group.contact')}
        hint={t('call.group.contact.hint')}
        maxLength={200}
      />
      {form && (
        <MarkedTexts form={form} fields={organisationTexts} leave={t('marked.leave')} act={act} />
      )}
      <p className="l-end">
        <Button name="accion" value={act}>
          {t(organisation ? 'call.group.save' : 'call.group.add')}
        </Button>
      </p>
    </form>
  );
}
