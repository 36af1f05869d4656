import { useT } from '#app/platform/i18n/use-t.ts';
import type { Mention, Organisation, OrganisationChoices } from '#app/domains/groups/types.ts';
import {
  OrganisationFields,
  sayOrganisation,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SelectField } from '#app/ui/select-field.tsx';

/** What a name was said to be, and the button that makes it wait again. */
export function SettledMention({ mention }: { mention: Mention }) {
  const t = useT('groups');
  return (
    <form method="post" className="l-stack">
      <Notice kind="done">
        {mention.organisation
          ? t('mention.is', { name: mention.organisation.name })
          : t('mention.is_none')}
      </Notice>
      <p>
        <Button name="accion" value="reabrir" icon="undo">
          {t('mention.reopen')}
        </Button>
      </p>
    </form>
  );
}

type LikelyProps = { likely: Organisation[]; kinds: OrganisationChoices['kinds'] };

/** Groups that a name may stand for, each with the button that says so. */
function LikelyGroups({ likely, kinds }: LikelyProps) {
  const t = useT('groups');
  return (
    <section className="l-stack" aria-labelledby="parecidos">
      <h2 id="parecidos">{t('mention.likely')}</h2>
      <ul className="ruled" role="list">
        {likely.map((organisation) => (
          <li key={organisation.id} className="ruled__row">
            <span>{sayOrganisation(organisation, kinds)}</span>
            <form method="post">
              <input type="hidden" name="organizacion" value={organisation.id} />
              <Button
                size="small"
                icon="check"
                name="accion"
                value="enlazar"
                aria-label={t('mention.link.name', { name: organisation.name })}
              >
                {t('mention.link')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = {
  mention: Mention;
  /** Groups that it may stand for, the likeliest first. */
  likely: Organisation[];
  all: Organisation[];
  choices: OrganisationChoices;
  form: FormState;
};

/** What a name can be said to be: a group of the catalogue, a new one, or none. */
export function OpenMention({ mention, likely, all, choices, form }: Props) {
  const t = useT('groups');
  const posted = form.value('accion');
  return (
    <>
      {likely.length > 0 && <LikelyGroups likely={likely} kinds={choices.kinds} />}
      <section aria-labelledby="otro">
        <h2 id="otro">{t('mention.other')}</h2>
        <form method="post" noValidate className="l-form">
          <SelectField
            name="organizacion"
            label={t('mention.which')}
            empty={t('call.invite.group.empty')}
            value={posted === 'enlazar' ? form.value('organizacion') : ''}
            error={form.errors('organizacion')}
            options={all.map((organisation) => ({
              value: organisation.id,
              label: sayOrganisation(organisation, choices.kinds),
            }))}
          />
          <p className="l-end">
            <Button name="accion" value="enlazar">
              {t('mention.link')}
            </Button>
          </p>
        </form>
      </section>
      <section aria-labelledby="nuevo">
        <h2 id="nuevo">{t('mention.new')}</h2>
        <Fold summary={t('call.group.open')} open={posted === 'nombrar'}>
          <OrganisationFields
            name={mention.written}
            act="nombrar"
            choices={choices}
            form={posted === 'nombrar' ? form : null}
            suffix="nuevo"
          />
        </Fold>
      </section>
      <section className="l-stack" aria-labelledby="ninguno">
        <h2 id="ninguno">{t('mention.no_group')}</h2>
        <p>{t('mention.no_group.text')}</p>
        <form method="post">
          <Button name="accion" value="descartar">
            {t('mention.discard')}
          </Button>
        </form>
      </section>
    </>
  );
}
