import { scaleLinear, scaleTime } from 'd3-scale';
import { line } from 'd3-shape';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { GoalProgress } from '#app/domains/figures/goal-progress.ts';
import {
  useGoalName,
  useGoalShare,
  type GoalChoices,
} from '#app/domains/groups/ui/goal-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';

const size = { width: 560, height: 150, left: 44, right: 16, top: 12, bottom: 26 };

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
  const f = useFormat();
  const name = useGoalName(choices);
  const numbers = useGoalShare();
  const say = (share: number) => t('percent', { share: Math.round(share * 1000) / 10 });
  return (
    <section className="l-stack" aria-labelledby="metas">
      <h2 id="metas">{t('progress.title')}</h2>
      <p>{t('progress.lead')}</p>
      {progress.map(({ goal, points }) => {
        const last = points.at(-1)!;
        const met = last.share >= goal.share - goal.tolerance;
        const top = Math.min(
          1,
          Math.max(goal.share + goal.tolerance, ...points.map(({ share }) => share)) * 1.15,
        );
        const y = scaleLinear([0, top], [size.height - size.bottom, size.top]);
        const x =
          points.length > 1
            ? scaleTime([points[0]!.at, last.at], [size.left, size.width - size.right])
            : () => (size.left + size.width - size.right) / 2;
        const path = line<(typeof points)[number]>(
          (point) => x(point.at),
          (point) => y(point.share),
        )(points);
        const band = {
          y: y(Math.min(top, goal.share + goal.tolerance)),
          bottom: y(Math.max(0, goal.share - goal.tolerance)),
        };
        const finding = t(met ? 'progress.met' : 'progress.short', {
          goal: name(goal),
          share: say(last.share),
        });
        return (
          <figure className="fig" key={goal.id}>
            <figcaption>
              <strong>{finding}</strong> <span className="u-small u-mute">{numbers(goal)}</span>
            </figcaption>
            <svg
              className="chart"
              viewBox={`0 0 ${size.width} ${size.height}`}
              role="img"
              aria-label={`${finding} ${t('progress.described', { count: points.length })}`}
            >
              <rect
                className="f-sunk"
                x={size.left}
                width={size.width - size.left - size.right}
                y={band.y}
                height={Math.max(2, band.bottom - band.y)}
              />
              <line
                className="s-ink"
                x1={size.left}
                x2={size.width - size.right}
                y1={y(goal.share)}
                y2={y(goal.share)}
                strokeWidth="2"
                strokeDasharray="6 4"
              />
              <text x={size.left - 6} y={y(goal.share) + 4} textAnchor="end">
                {say(goal.share)}
              </text>
              <line
                className="s-line"
                x1={size.left}
                x2={size.width - size.right}
                y1={size.height - size.bottom}
                y2={size.height - size.bottom}
                strokeWidth="2"
              />
              {path && points.length > 1 && (
                <path className="f-none s-action" d={path} strokeWidth="3" />
              )}
              {points.map((point) => (
                <circle
                  key={point.at.getTime()}
                  className="f-action s-paper"
                  cx={x(point.at)}
                  cy={y(point.share)}
                  r="6"
                  strokeWidth="2"
                />
              ))}
              <text
                x={x(last.at)}
                y={size.height - 8}
                textAnchor={points.length > 1 ? 'end' : 'middle'}
              >
                {f.date(last.at, 'short')}
              </text>
              {points.length > 1 && (
                <text x={size.left} y={size.height - 8}>
                  {f.date(points[0]!.at, 'short')}
                </text>
              )}
            </svg>
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
      })}
    </section>
  );
}
