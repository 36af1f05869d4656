import { useT } from '#app/platform/i18n/use-t.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Figure, Measured } from '#app/domains/figures/types.ts';
import { ProtectedMark } from '#app/domains/figures/ui/protected-mark.tsx';
import { usePercent } from '#app/domains/figures/ui/use-percent.ts';
import { useStanding } from '#app/domains/figures/ui/use-standing.ts';

export type PlotRow = {
  id: string;
  name: string;
  figure: Figure;
  table: Pick<Measured, 'people' | 'answered'>;
};

const percent = (share: number) => `${Math.round(Math.min(1, share) * 1000) / 10}%`;

const plotted: readonly (readonly [Measure, string])[] = [
  ['genero', 'mujeres'],
  ['genero', 'hombres'],
  ['genero', 'otras'],
  ['edad', 'ninez_0_13'],
  ['edad', 'jovenes_14_28'],
  ['edad', 'adultos_29_59'],
  ['edad', 'mayores_60'],
  ['discapacidad', 'si'],
  ['cuida', 'si'],
  ['etnia', 'si'],
  ['victima', 'si'],
  ['organizacion', 'si'],
];

/** The groups that the picture shows, as far as something is published of them. */
export function usePlotRows(
  tables: Measured[],
  label: (measure: Measure, value: string) => string,
): PlotRow[] {
  const t = useT('figures');
  return plotted.flatMap(([measure, value]): PlotRow[] => {
    const table = tables.find((each) => each.measure === measure);
    const figure = table?.rows.find((row) => row.value === value);
    return table && figure && figure.people !== 0
      ? [
          {
            id: `${measure} ${value}`,
            name: value === 'si' ? t(`group.${measure}` as 'group.cuida') : label(measure, value),
            figure,
            table,
          },
        ]
      : [];
  });
}

/** How far along the line: a population's bar, an interval, a dot. */
function PlotLine({ figure, share, label }: { figure: Figure; share: number; label: string }) {
  const { reference, margin } = figure;
  return (
    <svg role="img" aria-label={label}>
      <line className="s-line" x1="0" x2="100%" y1="16" y2="16" strokeWidth="2" />
      {reference !== null && (
        <line
          className="s-ink"
          x1={percent(reference.share)}
          x2={percent(reference.share)}
          y1="2"
          y2="30"
          strokeWidth="3"
        />
      )}
      {margin !== null && (
        <line
          className="s-action"
          x1={percent(margin[0])}
          x2={percent(margin[1])}
          y1="16"
          y2="16"
          strokeWidth="6"
          strokeOpacity=".45"
        />
      )}
      <circle className="f-action s-paper" cx={percent(share)} cy="16" r="8" strokeWidth="2" />
    </svg>
  );
}

/** What a row says under its line: how the group stands, and of how many answers. */
function usePlotNote(): (row: PlotRow) => string {
  const t = useT('figures');
  const standing = useStanding();
  return ({ figure, table }) =>
    [
      standing(figure, table),
      table.answered === null
        ? t('answered.unknown', { people: table.people })
        : t('answered', { answered: table.answered, people: table.people }),
    ]
      .filter(Boolean)
      .join(' ');
}

/**
 * Shares of groups as dots on a line from 0 to 100 %, each with its interval, and the population as
 * a bar across.
 */
export function GroupPlot({ rows }: { rows: PlotRow[] }) {
  const t = useT('figures');
  const say = usePercent();
  const noteOf = usePlotNote();
  const labelOf = (name: string, share: number, reference: Figure['reference']) =>
    reference === null
      ? t('plot.label', { name, share: say(share) })
      : t('plot.label_of', { name, share: say(share), reference: say(reference.share) });
  return (
    <>
      <ul className="plot">
        {rows.map((row) => {
          const { id, name, figure } = row;
          const { share, reference } = figure;
          return (
            <li className="plot__row" key={id}>
              <strong>{name}</strong>
              <span className="plot__val u-num">
                {share === null ? <ProtectedMark /> : say(share)}
              </span>
              {share !== null && (
                <PlotLine figure={figure} share={share} label={labelOf(name, share, reference)} />
              )}
              <span className="plot__note">{noteOf(row)}</span>
            </li>
          );
        })}
      </ul>
      <p className="plot__axis u-small u-mute" aria-hidden="true">
        <span>{t('percent', { share: 0 })}</span>
        <span>{t('percent', { share: 50 })}</span>
        <span>{t('percent', { share: 100 })}</span>
      </p>
    </>
  );
}
