import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { standingOf, type GoalProgress } from '#app/domains/figures/goal-progress.ts';
import { GoalChart } from '#app/domains/figures/ui/goal-chart.tsx';
import { usePercent } from '#app/domains/figures/ui/use-percent.ts';
import {
  useGoalName,
  useGoalShare,
  type GoalChoices,
} from '#app/domains/groups/ui/goal-fields.tsx';
import { certain } from '#app/kernel/certain.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';

/** One goal: what its chart shows in a sentence, the chart, and every value. */
function GoalFigure({ goal, points, name }: GoalProgress & { name: string }) {
  const t = useT('figures');
  const f = useFormat();
  const numbers = useGoalShare();
  const say = usePercent();
  const last = certain(points.at(-1));
  const finding = t(`progress.${standingOf({ goal, points })}`, {
    goal: name,
    share: say(last.share),
  });
  return (
    <figure className="fig">
      <figcaption>
        <strong>{finding}</strong> <span className="u-small u-mute">{numbers(goal)}</span>
      </figcaption>
      <GoalChart
        goal={goal}
        points={points}
        label={`${finding} ${t('progress.described', { count: points.length })}`}
      />
      <Fold summary={t('progress.values')}>
        <DataTable
          caption={finding}
          columns={[
            { key: 'at', label: t('progress.date') },
            { key: 'share', label: t('column.share'), numeric: true },
            { key: 'people', label: t('column.people'), numeric: true },
          ]}
          rows={points.map((point) => ({
            id: point.at.getTime(),
            at: f.date(point.at),
            share: say(point.share),
            people: f.number(point.people),
          }))}
        />
      </Fold>
    </figure>
  );
}

/**
 * The plan's goals over time: the band that counts as met, and the share at each release; every
 * value also as a table.
 */
export function GoalCharts({
  progress,
  choices,
}: {
  progress: GoalProgress[];
  choices: GoalChoices;
}) {
  const t = useT('figures');
  const name = useGoalName(choices);
  return (
    <section className="l-stack" aria-labelledby="metas">
      <h2 id="metas">{t('progress.title')}</h2>
      <p>{t('progress.lead')}</p>
      {progress.map(({ goal, points }) => (
        <GoalFigure key={goal.id} goal={goal} points={points} name={name(goal)} />
      ))}
    </section>
  );
}
