import { useT } from '#app/platform/i18n/use-t.ts';
import type { Ask, InvitationSums } from '#app/domains/groups/rules.ts';
import type { Invitation, Organisation, OrganisationChoices } from '#app/domains/groups/types.ts';
import { AskList } from '#app/domains/groups/ui/ask-list.tsx';
import { useGoalLabels, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import { InvitationList } from '#app/domains/groups/ui/invitation-list.tsx';
import { InviteFields } from '#app/domains/groups/ui/invite-fields.tsx';
import {
  OrganisationFields,
  useOrganisationLabels,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';

/** The labels of the fields of a call's page, for the lines of the error summary. */
export function useCallLabels(): Record<string, string> {
  const t = useT('groups');
  return {
    ...useOrganisationLabels(),
    ...useGoalLabels(),
    organizacion: t('call.invite.group'),
    canal: t('call.invite.channel'),
    respuesta: t('call.answer'),
    anunciadas: t('call.announced.label'),
    vinieron: t('call.came.label'),
  };
}

type NextProps = {
  id: string;
  asks: Ask[];
  /** Groups that were not invited yet. */
  free: Organisation[];
  invitations: Invitation[];
  /** The group that the form begins with. */
  chosen: string;
  choices: OrganisationChoices;
  goalChoices: GoalChoices;
  form: FormState;
};

/** Whom to ask next, and the form that notes that a group was invited. */
export function CallNext(props: NextProps) {
  const { id, asks, free, invitations, chosen, choices, goalChoices, form } = props;
  const t = useT('groups');
  const posted = form.value('accion');
  return (
    <>
      <section className="l-stack l-stack--tight" aria-labelledby="siguiente">
        <h2 id="siguiente">{t('call.ask.title')}</h2>
        {asks.length > 0 ? (
          <AskList
            asks={asks}
            kinds={choices.kinds}
            goals={goalChoices}
            to={`/facilitacion/talleres/${id}/convocar`}
          />
        ) : (
          <p>{t(free.length > 0 || invitations.length > 0 ? 'call.ask.done' : 'call.ask.empty')}</p>
        )}
      </section>
      <section className="l-stack l-stack--tight" id="invitar" aria-labelledby="invitar-t">
        <h2 id="invitar-t">{t('call.invite.title')}</h2>
        <InviteFields
          organisations={free}
          kinds={choices.kinds}
          chosen={chosen}
          form={posted === 'invitar' ? form : null}
        />
        <Fold summary={t('call.group.new')} open={posted === 'grupo'}>
          <OrganisationFields
            choices={choices}
            form={posted === 'grupo' ? form : null}
            suffix="nuevo"
          />
        </Fold>
      </section>
    </>
  );
}

type InvitedProps = {
  invitations: Invitation[];
  sums: InvitationSums;
  choices: OrganisationChoices;
  begun: boolean;
  form: FormState;
};

/** The groups that were invited, and what their answers come to. */
export function Invited({ invitations, sums, choices, begun, form }: InvitedProps) {
  const t = useT('groups');
  return (
    <section className="l-stack l-stack--tight" aria-labelledby="invitados">
      <h2 id="invitados">{t('call.invited', { count: sums.invited })}</h2>
      <p>{t('call.sums', sums)}</p>
      <InvitationList
        invitations={invitations}
        kinds={choices.kinds}
        posted={form.value('accion') === 'anotar' ? form.value('organizacion') : undefined}
        form={form}
        begun={begun}
      />
    </section>
  );
}
