import { useT } from '#app/platform/i18n/use-t.ts';
import type { Organisation, OrganisationChoices } from '#app/domains/groups/types.ts';
import {
  OrganisationFields,
  sayOrganisation,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  search: string;
  found: Organisation[];
  /** Whether they may change what others wrote down. */
  mends: boolean;
  choices: OrganisationChoices;
  form: FormState;
};

/** The groups of the catalogue, with a search; for who may change them, each opens its form. */
export function KnownGroups({ search, found, mends, choices, form }: Props) {
  const t = useT('groups');
  const posted = form.value('id');
  return (
    <section aria-labelledby="conocidos">
      <h2 id="conocidos">{t('call.catalogue.known')}</h2>
      <form method="get" role="search" className="l-form">
        <TextField
          name="q"
          type="search"
          optional
          label={t('call.catalogue.search')}
          value={search}
        />
        <p className="l-end">
          <Button icon="search">{t('call.catalogue.find')}</Button>
        </p>
      </form>
      {search && <p role="status">{t('call.catalogue.found', { count: found.length })}</p>}
      <ul className="list--folds" role="list">
        {found.map((organisation) => (
          <li key={organisation.id}>
            {mends ? (
              <Fold
                summary={sayOrganisation(organisation, choices.kinds)}
                open={posted === organisation.id}
              >
                <OrganisationFields
                  organisation={organisation}
                  choices={choices}
                  form={posted === organisation.id ? form : null}
                  suffix={organisation.id}
                />
              </Fold>
            ) : (
              sayOrganisation(organisation, choices.kinds)
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
