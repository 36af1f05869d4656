import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import {
  useGoalName,
  useGoalShare,
  type GoalChoices,
} from '#app/domains/groups/ui/goal-fields.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { standingOf, type GoalProgress } from '#app/domains/figures/goal-progress.ts';
import { usePercent } from '#app/domains/figures/ui/use-percent.ts';

const looks = {
  met: { kind: 'done' },
  short: { kind: 'now', icon: 'people' },
  unknown: { kind: 'dash' },
} as const;

/** Whom the meeting aims at, and how the plan stands so far, while there is time to invite. */
export function AimsView({ aims, choices }: { aims: GoalProgress[]; choices: GoalChoices }) {
  const t = useT('figures');
  const f = useFormat();
  const name = useGoalName(choices);
  const numbers = useGoalShare();
  const say = usePercent();
  return (
    <section className="l-stack l-stack--tight" aria-labelledby="a-quien">
      <h2 id="a-quien">{t('aims.title')}</h2>
      <p>{t('aims.silent')}</p>
      {aims.length > 0 ? (
        <ul className="list">
          {aims.map((aim) => {
            const last = aim.points.at(-1);
            const standing = standingOf(aim);
            return (
              <li key={aim.goal.id}>
                <div>
                  <strong>{name(aim.goal)}</strong>{' '}
                  <Badge {...looks[standing]}>{t(`aims.${standing}`)}</Badge>
                  <p className="u-small">{numbers(aim.goal)}</p>
                  <p className="u-small u-mute">
                    {last
                      ? t('aims.so_far', { share: say(last.share), date: f.date(last.at) })
                      : t('aims.nothing_yet')}
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      ) : (
        <p>{t('aims.none')}</p>
      )}
    </section>
  );
}
