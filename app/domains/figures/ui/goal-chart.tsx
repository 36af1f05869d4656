import { scaleLinear, scaleTime } from 'd3-scale';
import { line } from 'd3-shape';
import { useFormat } from '#app/platform/i18n/use-t.ts';
import type { GoalProgress } from '#app/domains/figures/goal-progress.ts';
import { usePercent } from '#app/domains/figures/ui/use-percent.ts';
import { certain, first } from '#app/kernel/certain.ts';

const size = { width: 560, height: 150, left: 44, right: 16, top: 12, bottom: 26 };
const [left, right, bottom] = [size.left, size.width - size.right, size.height - size.bottom];

/** Where shares and times lie: from zero to a little above what there is to show. */
function scalesOf({ goal, points }: GoalProgress) {
  const top = Math.min(
    1,
    Math.max(goal.share + goal.tolerance, ...points.map(({ share }) => share)) * 1.15,
  );
  const y = scaleLinear([0, top], [bottom, size.top]);
  const x =
    points.length > 1
      ? scaleTime([first(points).at, certain(points.at(-1)).at], [left, right])
      : () => (left + right) / 2;
  const band = {
    y: y(Math.min(top, goal.share + goal.tolerance)),
    bottom: y(Math.max(0, goal.share - goal.tolerance)),
  };
  return { x, y, band };
}

/** The band that counts as met, the goal across it, and the line that everything stands on. */
function GoalBand({ share, y, band }: { share: string; y: number; band: Band }) {
  return (
    <>
      <rect
        className="f-sunk"
        x={left}
        width={right - left}
        y={band.y}
        height={Math.max(2, band.bottom - band.y)}
      />
      <line
        className="s-ink"
        x1={left}
        x2={right}
        y1={y}
        y2={y}
        strokeWidth="2"
        strokeDasharray="6 4"
      />
      <text x={left - 6} y={y + 4} textAnchor="end">
        {share}
      </text>
      <line className="s-line" x1={left} x2={right} y1={bottom} y2={bottom} strokeWidth="2" />
    </>
  );
}

type Band = ReturnType<typeof scalesOf>['band'];

/** The share of a goal's group at each release, against the goal. */
export function GoalChart({ goal, points, label }: GoalProgress & { label: string }) {
  const f = useFormat();
  const say = usePercent();
  const { x, y, band } = scalesOf({ goal, points });
  const path = line<GoalProgress['points'][number]>(
    (point) => x(point.at),
    (point) => y(point.share),
  )(points);
  const last = certain(points.at(-1));
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
    >
      <GoalBand share={say(goal.share)} y={y(goal.share)} band={band} />
      {path && points.length > 1 && <path className="f-none s-action" d={path} strokeWidth="3" />}
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
      <text x={x(last.at)} y={size.height - 8} textAnchor={points.length > 1 ? 'end' : 'middle'}>
        {f.date(last.at, 'short')}
      </text>
      {points.length > 1 && (
        <text x={left} y={size.height - 8}>
          {f.date(first(points).at, 'short')}
        </text>
      )}
    </svg>
  );
}
