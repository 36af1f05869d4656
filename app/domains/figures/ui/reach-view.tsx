import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Goal } from '#app/domains/groups/types.ts';
import { useGoalName, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { GoalState } from '#app/domains/figures/reach.ts';

type Props = {
  meetingId: string;
  goals: Goal[];
  choices: GoalChoices;
  reach: {
    registered: number;
    refreshedAt: Date;
    goals: { id: string; state: GoalState }[];
    localities: Record<string, number>;
  } | null;
};

const looks = {
  cumplida: { kind: 'done' },
  falta: { kind: 'now', icon: 'people' },
  no_se_sabe: { kind: 'dash' },
} as const;

/** Who is coming, goal by goal and in words, while there is time to invite who is missing. */
export function ReachView({ meetingId, goals, choices, reach }: Props) {
  const t = useT('figures');
  const f = useFormat();
  const name = useGoalName(choices);
  const stateOf = (id: string): GoalState =>
    reach?.goals.find((goal) => goal.id === id)?.state ?? 'no_se_sabe';
  const places = Object.entries(reach?.localities ?? {}).sort(
    ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
  );
  const lacking = goals.filter((goal) => stateOf(goal.id) === 'falta');
  return (
    <section className="l-stack l-stack--tight" aria-labelledby="quien-viene">
      <h2 id="quien-viene">{t('reach.title')}</h2>
      <p>
        {reach
          ? t('reach.since', {
              registered: reach.registered,
              date: f.date(reach.refreshedAt, 'moment'),
            })
          : t('reach.none')}{' '}
        {t('reach.coarse')}
      </p>
      {goals.length > 0 ? (
        <ul className="list">
          {goals.map((goal) => (
            <li key={goal.id}>
              <strong>{name(goal)}</strong>{' '}
              <Badge {...looks[stateOf(goal.id)]}>{t(`reach.${stateOf(goal.id)}`)}</Badge>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('reach.no_goals')}</p>
      )}
      {lacking.length > 0 && (
        <p>
          {t('reach.next', { goals: f.names(lacking.map((goal) => name(goal))) })}{' '}
          <a href={`/facilitacion/talleres/${meetingId}/convocar`}>{t('reach.call')}</a>
        </p>
      )}
      {places.length > 0 && (
        <p>
          {t('reach.localities', {
            list: f.names(
              places.map(([code, count]) =>
                t('reach.locality', {
                  name: choices.localidad.find((option) => option.value === code)?.label ?? code,
                  count,
                }),
              ),
            ),
          })}
        </p>
      )}
    </section>
  );
}
