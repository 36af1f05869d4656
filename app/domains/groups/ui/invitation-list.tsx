import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import {
  inviteAnswers,
  type Invitation,
  type InviteAnswer,
  type OrganisationChoices,
} from '#app/domains/groups/types.ts';
import { sayOrganisation } from '#app/domains/groups/ui/organisation-fields.tsx';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const badges: Record<InviteAnswer, BadgeKind> = {
  viene: 'done',
  tal_vez: 'stale',
  no_viene: 'dark',
};

function AnswerBadge({ answer }: { answer: InviteAnswer | null }) {
  const t = useT('groups');
  return (
    <Badge kind={answer ? badges[answer] : 'dash'}>{t(`call.answer.${answer ?? 'none'}`)}</Badge>
  );
}

type NoteProps = {
  invitation: Invitation;
  /** What was posted for this group, or nothing. */
  form: FormState | null;
  begun: boolean;
};

/** Notes what an invited group answered, how many it announced, and once the meeting began how many came. */
function NoteFields({ invitation, form, begun }: NoteProps) {
  const t = useT('groups');
  const { organisation } = invitation;
  const field = (name: string, known: string | number | null) => ({
    name,
    id: form ? name : `${name}-${organisation.id}`,
    value: form?.value(name) ?? String(known ?? ''),
    error: form?.errors(name),
  });
  return (
    <form method="post" noValidate className="l-form">
      <input type="hidden" name="organizacion" value={organisation.id} />
      <SelectField
        {...field('respuesta', invitation.answer)}
        optional
        label={t('call.answer')}
        empty={t('call.answer.none')}
        options={inviteAnswers.map((answer) => ({
          value: answer,
          label: t(`call.answer.${answer}`),
        }))}
      />
      <TextField
        {...field('anunciadas', invitation.announced)}
        optional
        short
        maxLength={4}
        inputMode="numeric"
        label={t('call.announced.label')}
      />
      {begun && (
        <TextField
          {...field('vinieron', invitation.came)}
          optional
          short
          maxLength={4}
          inputMode="numeric"
          label={t('call.came.label')}
          hint={t('call.came.hint')}
        />
      )}
      <p className="l-end">
        <Button name="accion" value="anotar">
          {t('call.note')}
        </Button>
      </p>
    </form>
  );
}

/** An invited group: what it answered in a line, who invited it, and the form that notes it. */
function InvitationItem({ kinds, ...note }: NoteProps & Pick<OrganisationChoices, 'kinds'>) {
  const t = useT('groups');
  const f = useFormat();
  const { invitation } = note;
  const { organisation } = invitation;
  const figures = [
    invitation.announced === null ? '' : t('call.announced', { count: invitation.announced }),
    invitation.came === null ? '' : t('call.came', { count: invitation.came }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <Fold
      open={note.form !== null}
      summary={
        <>
          {organisation.name} <AnswerBadge answer={invitation.answer} />{' '}
          {figures && <span className="u-small u-mute">{figures}</span>}
        </>
      }
    >
      <p className="u-small u-mute">
        {sayOrganisation(organisation, kinds)}
        {organisation.contact && <> · {organisation.contact}</>}
      </p>
      <p className="u-small u-mute">
        {t('call.invited.by', {
          who: invitation.invitedBy ?? t('call.invited.nobody'),
          channel: t(`call.channel.${invitation.channel}`),
          date: f.date(invitation.invitedAt),
        })}
      </p>
      <NoteFields {...note} />
    </Fold>
  );
}

type ListProps = {
  invitations: Invitation[];
  kinds: OrganisationChoices['kinds'];
  /** The group whose form was posted. */
  posted: string | undefined;
  form: FormState;
  begun: boolean;
};

/** The invited groups, each with what it answered and the form that notes it. */
export function InvitationList({ invitations, kinds, posted, form, begun }: ListProps) {
  return (
    <ul className="list--folds" role="list">
      {invitations.map((invitation) => (
        <li key={invitation.organisation.id}>
          <InvitationItem
            invitation={invitation}
            kinds={kinds}
            form={posted === invitation.organisation.id ? form : null}
            begun={begun}
          />
        </li>
      ))}
    </ul>
  );
}
