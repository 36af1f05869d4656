import { useT } from '#app/platform/i18n/use-t.ts';
import { keyOfAsk, type Ask } from '#app/domains/groups/rules.ts';
import type { OrganisationChoices } from '#app/domains/groups/types.ts';
import {
  useGoalName,
  useGoalShare,
  type GoalChoices,
} from '#app/domains/groups/ui/goal-fields.tsx';
import { sayOrganisation } from '#app/domains/groups/ui/organisation-fields.tsx';

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
      {asks.map((ask) => (
        <li key={keyOfAsk(ask)} className="l-stack l-stack--tight">
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
      ))}
    </ol>
  );
}
