import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Ask } from '#app/domains/groups/rules.ts';
import {
  inviteAnswers,
  inviteChannels,
  type Invitation,
  type Organisation,
} from '#app/domains/groups/types.ts';
import {
  useGoalName,
  useGoalShare,
  type GoalChoices,
} from '#app/domains/groups/ui/goal-fields.tsx';
import {
  sayOrganisation,
  type OrganisationChoices,
} from '#app/domains/groups/ui/organisation-fields.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const shownAtOnce = 5;

/** Whom to ask next: each reason with its groups, whose links fill in the form below. */
export function AskList({
  asks,
  kinds,
  goals,
  to,
}: {
  asks: Ask[];
  kinds: OrganisationChoices['kinds'];
  goals: GoalChoices;
  to: string;
}) {
  const t = useT('groups');
  const name = useGoalName(goals);
  const share = useGoalShare();
  const reason = (ask: Ask): string => {
    if (ask.why === 'goal') return name(ask.goal);
    return ask.why === 'locality'
      ? t('call.ask.locality')
      : t('call.ask.kind', {
          kind: kinds.find((kind) => kind.code === ask.kind)?.label ?? ask.kind,
        });
  };
  return (
    <ol className="l-stack" role="list">
      {asks.map((ask) => {
        const key = ask.why === 'goal' ? ask.goal.id : ask.why === 'kind' ? ask.kind : ask.why;
        return (
          <li key={key} className="l-stack l-stack--tight">
            <h3>{reason(ask)}</h3>
            {ask.why === 'goal' && (
              <p className="u-small">{t('call.ask.goal', { share: share(ask.goal) })}</p>
            )}
            {ask.organisations.length === 0 ? (
              <p className="u-small">{t('call.ask.none')}</p>
            ) : (
              <ul className="list">
                {ask.organisations.slice(0, shownAtOnce).map((organisation) => (
                  <li key={organisation.id}>
                    <span>
                      {sayOrganisation(organisation, kinds)}
                      {organisation.contact && (
                        <small className="u-mute"> {organisation.contact}</small>
                      )}
                    </span>
                    <a
                      className="u-target"
                      href={`${to}?organizacion=${organisation.id}#invitar`}
                      aria-label={t('call.ask.invite.name', { name: organisation.name })}
                    >
                      {t('call.ask.invite')}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {ask.organisations.length > shownAtOnce && (
              <p className="u-small">
                {t('call.ask.more', { count: ask.organisations.length - shownAtOnce })}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Notes that a group was invited, and by which channel. */
export function InviteFields({
  organisations,
  kinds,
  chosen,
  form,
}: {
  organisations: Organisation[];
  kinds: OrganisationChoices['kinds'];
  chosen: string;
  form: FormState | null;
}) {
  const t = useT('groups');
  return (
    <form method="post" noValidate className="l-form">
      <SelectField
        name="organizacion"
        label={t('call.invite.group')}
        hint={t('call.invite.group.hint')}
        empty={t('call.invite.group.empty')}
        value={form?.value('organizacion') ?? chosen}
        error={form?.errors('organizacion')}
        options={organisations.map((organisation) => ({
          value: organisation.id,
          label: sayOrganisation(organisation, kinds),
        }))}
      />
      <SelectField
        name="canal"
        label={t('call.invite.channel')}
        value={form?.value('canal')}
        error={form?.errors('canal')}
        options={inviteChannels.map((channel) => ({
          value: channel,
          label: t(`call.channel.${channel}`),
        }))}
      />
      <p className="l-end">
        <Button kind="go" name="accion" value="invitar">
          {t('call.invite')}
        </Button>
      </p>
    </form>
  );
}

function AnswerBadge({ answer }: { answer: Invitation['answer'] }) {
  const t = useT('groups');
  return (
    <Badge
      kind={
        answer === 'viene'
          ? 'done'
          : answer === 'no_viene'
            ? 'dark'
            : answer === 'tal_vez'
              ? 'stale'
              : 'dash'
      }
    >
      {t(`call.answer.${answer ?? 'none'}`)}
    </Badge>
  );
}

type ListProps = {
  invitations: Invitation[];
  kinds: OrganisationChoices['kinds'];
  posted: string | undefined;
  form: FormState;
  begun: boolean;
};

/** The invited groups, each with what it answered and the form that notes it. */
export function InvitationList({ invitations, kinds, posted, form, begun }: ListProps) {
  const t = useT('groups');
  const f = useFormat();
  return (
    <ul className="list--folds" role="list">
      {invitations.map((invitation) => {
        const { organisation } = invitation;
        const own = posted === organisation.id ? form : null;
        const field = (name: string, known: string | number | null) => ({
          name,
          id: own ? name : `${name}-${organisation.id}`,
          value: own?.value(name) ?? String(known ?? ''),
          error: own?.errors(name),
        });
        const figures = [
          invitation.announced === null ? '' : t('call.announced', { count: invitation.announced }),
          invitation.came === null ? '' : t('call.came', { count: invitation.came }),
        ]
          .filter(Boolean)
          .join(' · ');
        return (
          <li key={organisation.id}>
            <Fold
              open={own !== null}
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
            </Fold>
          </li>
        );
      })}
    </ul>
  );
}
