import type { ReactNode } from 'react';
import { useFormat, useLocale, useT } from '#app/platform/i18n/use-t.ts';
import type { GoalProgress } from '#app/domains/figures/goal-progress.ts';
import type { CatalogueNames, Measured } from '#app/domains/figures/types.ts';
import { usePlotRows } from '#app/domains/figures/ui/group-plot.tsx';
import { shadeOf, shadesOf } from '#app/domains/figures/ui/locality-section.tsx';
import { useLabels } from '#app/domains/figures/ui/use-labels.ts';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';
import { MapFile } from '#app/domains/plan/ui/locality-map.tsx';
import { useGoalName, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';

/**
 * Pictures that leave the site as files: they carry their own paint (colour-blind safe on white),
 * title and source.
 */
const ink = {
  text: '#1e1618',
  mute: '#6d6366',
  line: '#c9bdb0',
  action: '#98002e',
  band: '#f5eee4',
};
const words = { fontFamily: 'sans-serif', fontSize: 13, fill: ink.text };
const width = 720;
const row = 44;

function Sheet({
  title,
  height,
  source,
  children,
}: {
  title: string;
  height: number;
  source: string;
  children: ReactNode;
}) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox={`0 0 ${width} ${height + 70}`}>
      <title>{title}</title>
      <rect width="100%" height="100%" fill="#ffffff" />
      <text x="16" y="28" {...words} fontSize="17" fontWeight="700">
        {title}
      </text>
      <g transform="translate(0 44)">{children}</g>
      <text x="16" y={height + 60} {...words} fontSize="11" fill={ink.mute}>
        {source}
      </text>
    </svg>
  );
}

/** Localities against their weight. */
export function LocalityFile({ table, map }: { table: Measured; map: TerritoryMap }) {
  const t = useT('figures');
  return (
    <MapFile
      map={map}
      title={t('map.title')}
      lang={useLocale()}
      keys={shadesOf(table).map((shade) => ({ shade, label: t(`map.${shade}`) }))}
      shade={(code) => shadeOf(table.rows.find(({ value }) => value === code))}
      source={t('sources.map')}
    />
  );
}

/** Groups against the population. */
export function GroupFile({ tables, names }: { tables: Measured[]; names: CatalogueNames }) {
  const t = useT('figures');
  const rows = usePlotRows(tables, useLabels(names));
  const say = (share: number) => t('percent', { share: Math.round(share * 1000) / 10 });
  const x = (share: number) => 250 + Math.min(1, share) * 380;
  return (
    <Sheet
      title={t('groups.title')}
      height={rows.length * row}
      source={t('download.source.groups')}
    >
      {rows.map(({ id, name, figure: { share, margin, reference } }, index) => (
        <g key={id} transform={`translate(0 ${index * row})`}>
          <text x="16" y="24" {...words} fontWeight="700">
            {name}
          </text>
          {share === null ? (
            <text x="250" y="24" {...words} fill={ink.mute}>
              {t('protected')}
            </text>
          ) : (
            <>
              <line x1={x(0)} x2={x(1)} y1="20" y2="20" stroke={ink.line} strokeWidth="2" />
              {reference !== null && (
                <line
                  x1={x(reference.share)}
                  x2={x(reference.share)}
                  y1="6"
                  y2="34"
                  stroke={ink.text}
                  strokeWidth="3"
                />
              )}
              {margin && (
                <line
                  x1={x(margin[0])}
                  x2={x(margin[1])}
                  y1="20"
                  y2="20"
                  stroke={ink.action}
                  strokeWidth="6"
                  strokeOpacity=".45"
                />
              )}
              <circle
                cx={x(share)}
                cy="20"
                r="8"
                fill={ink.action}
                stroke="#ffffff"
                strokeWidth="2"
              />
              <text x={width - 16} y="24" textAnchor="end" {...words}>
                {say(share)}
              </text>
            </>
          )}
        </g>
      ))}
    </Sheet>
  );
}

/** The plan's goals: where each stands against what it asks for. */
export function GoalFile({
  progress,
  choices,
}: {
  progress: GoalProgress[];
  choices: GoalChoices;
}) {
  const t = useT('figures');
  const f = useFormat();
  const name = useGoalName(choices);
  const say = (share: number) => t('percent', { share: Math.round(share * 1000) / 10 });
  const x = (share: number) => 320 + Math.min(1, share) * 300;
  return (
    <Sheet
      title={t('progress.title')}
      height={progress.length * row}
      source={t('download.source.goals')}
    >
      {progress.map(({ goal, points }, index) => {
        const last = points.at(-1)!;
        return (
          <g key={goal.id} transform={`translate(0 ${index * row})`}>
            <text x="16" y="18" {...words} fontWeight="700">
              {name(goal)}
            </text>
            <text x="16" y="34" {...words} fontSize="11" fill={ink.mute}>
              {f.date(last.at)}
            </text>
            <rect
              x={x(Math.max(0, goal.share - goal.tolerance))}
              width={x(goal.share + goal.tolerance) - x(Math.max(0, goal.share - goal.tolerance))}
              y="8"
              height="24"
              fill={ink.band}
            />
            <line x1={x(0)} x2={x(1)} y1="20" y2="20" stroke={ink.line} strokeWidth="2" />
            <line
              x1={x(goal.share)}
              x2={x(goal.share)}
              y1="6"
              y2="34"
              stroke={ink.text}
              strokeWidth="2"
              strokeDasharray="4 3"
            />
            {points.map((point) => (
              <circle
                key={point.at.getTime()}
                cx={x(point.share)}
                cy="20"
                r={point === last ? 8 : 4}
                fill={ink.action}
                stroke="#ffffff"
                strokeWidth="2"
              />
            ))}
            <text x={width - 16} y="24" textAnchor="end" {...words}>
              {say(last.share)}
            </text>
          </g>
        );
      })}
    </Sheet>
  );
}
