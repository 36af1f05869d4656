import { useT } from '#app/platform/i18n/use-t.ts';
import type { Organisation, OrganisationChoices } from '#app/domains/groups/types.ts';
import { sayOrganisation } from '#app/domains/groups/ui/organisation-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

/** The labels of the two groups, for the lines of the error summary. */
export function useMergeLabels(): Record<string, string> {
  const t = useT('groups');
  return { queda: t('call.merge.stays'), sobra: t('call.merge.goes') };
}

type Props = {
  organisations: Organisation[];
  kinds: OrganisationChoices['kinds'];
  form: FormState;
};

/** Says that two groups are one. */
export function MergeGroups({ organisations, kinds, form }: Props) {
  const t = useT('groups');
  const merging = form.value('accion') === 'unir' ? form : null;
  const options = organisations.map((organisation) => ({
    value: organisation.id,
    label: sayOrganisation(organisation, kinds),
  }));
  return (
    <section aria-labelledby="unir">
      <h2 id="unir">{t('call.merge.title')}</h2>
      <p>{t('call.merge.text')}</p>
      <Fold summary={t('call.merge.open')} open={merging !== null}>
        <form method="post" noValidate className="l-form">
          <SelectField
            name="queda"
            label={t('call.merge.stays')}
            empty={t('call.invite.group.empty')}
            value={merging?.value('queda')}
            error={merging?.errors('queda')}
            options={options}
          />
          <SelectField
            name="sobra"
            label={t('call.merge.goes')}
            hint={t('call.merge.goes.hint')}
            empty={t('call.invite.group.empty')}
            value={merging?.value('sobra')}
            error={merging?.errors('sobra')}
            options={options}
          />
          <p className="l-end">
            <Button name="accion" value="unir">
              {t('call.merge')}
            </Button>
          </p>
        </form>
      </Fold>
    </section>
  );
}
