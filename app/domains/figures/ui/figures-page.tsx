import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import { first } from '#app/kernel/certain.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { NamedScope } from '#app/domains/figures/list-scopes.server.ts';
import type { Figure, Measured } from '#app/domains/figures/types.ts';
import { actPopulations, populations } from '#app/domains/figures/rules.ts';
import { GroupPlot, usePlotRows } from '#app/domains/figures/ui/group-plot.tsx';
import { JourneyTable } from '#app/domains/figures/ui/journey-table.tsx';

type Label = (measure: Measure, value: string) => string;

/** How a scope is called; of one that has no figures yet it says so. */
function useScopeName(): (scope: NamedScope) => string {
  const t = useT('figures');
  const nameOf = ({ key, title }: NamedScope) => {
    if (key === 'plan' || key === 'talleres') return t(`scope.${key}`);
    const kind = key.startsWith('fase:') || key.startsWith('compromiso:') ? key.split(':')[0] : '';
    return t(`scope.${kind === 'fase' || kind === 'compromiso' ? kind : 'taller'}`, {
      title: title ?? '',
    });
  };
  return (scope) =>
    scope.isPublished ? nameOf(scope) : t('scope.unpublished', { title: nameOf(scope) });
}

/** Of whom the page speaks: a plain GET form. */
export function ScopeForm({
  scope,
  population,
  scopes,
}: {
  scope: string;
  population: string;
  scopes: NamedScope[];
}) {
  const t = useT('figures');
  const nameOf = useScopeName();
  return (
    <form className="filters" action="/inclusion" role="search" aria-label={t('scope.label')}>
      <div className="filters__in">
        <div>
          <label className="field__label" htmlFor="ambito">
            {t('scope.of')}
          </label>
          <select className="input" id="ambito" name="ambito" defaultValue={scope}>
            {scopes.map((each) => (
              <option key={each.key} value={each.key}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="field__label" htmlFor="poblacion">
            {t('scope.who')}
          </label>
          <select className="input" id="poblacion" name="poblacion" defaultValue={population}>
            {[...populations, ...(scope === 'plan' ? actPopulations : [])].map((each) => (
              <option key={each} value={each}>
                {t(`population.${each}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="u-small">
        {t('scope.acts')}{' '}
        <a href="/inclusion?ambito=plan&poblacion=proponen">{t('population.proponen')}</a> ·{' '}
        <a href="/inclusion?ambito=plan&poblacion=apoyan">{t('population.apoyan')}</a>
      </p>
      <p>
        <Button icon="search">{t('scope.go')}</Button>
      </p>
    </form>
  );
}

const find = (tables: readonly Measured[], measure: Measure, value: string): Figure | undefined =>
  tables.find((table) => table.measure === measure)?.rows.find((row) => row.value === value);

/**
 * The figures that the plan is told by, each from a protected table or a count of what took place.
 */
export function KeyFigures({
  tables,
  past,
  groups,
  circle,
}: {
  tables: readonly Measured[];
  past: { kinds: { kind: string; meetings: number }[] };
  groups: { tookPart: number };
  circle: { gobierno: number; civil: number };
}) {
  const t = useT('figures');
  const f = useFormat();
  const percent = (figure: Figure | undefined) =>
    figure?.share === null || figure?.share === undefined
      ? null
      : t('percent', { share: Math.round(figure.share * 100) });
  const count = (figure: Figure | undefined) =>
    figure?.people === null || figure?.people === undefined ? null : f.number(figure.people);
  const localities = tables.find(({ measure }) => measure === 'localidad');
  const figures = [
    {
      key: 'workshops',
      value: f.number(past.kinds.find(({ kind }) => kind === 'taller')?.meetings ?? 0),
    },
    {
      key: 'meetings',
      value: f.number(past.kinds.reduce((sum, { meetings }) => sum + meetings, 0)),
    },
    { key: 'people', value: f.number(first(tables).people) },
    { key: 'women', value: percent(find(tables, 'genero', 'mujeres')) },
    { key: 'carers', value: count(find(tables, 'cuida', 'si')) },
    { key: 'disability', value: count(find(tables, 'discapacidad', 'si')) },
    {
      key: 'localities',
      value: localities ? t('of', { some: localities.reached, all: localities.rows.length }) : null,
    },
    { key: 'organised', value: percent(find(tables, 'organizacion', 'si')) },
    { key: 'groups', value: f.number(groups.tookPart) },
    {
      key: 'circle',
      value:
        circle.gobierno + circle.civil > 0
          ? t('against', { one: circle.gobierno, other: circle.civil })
          : null,
    },
  ] as const;
  return (
    <section aria-labelledby="cifras">
      <h2 id="cifras" className="u-sr">
        {t('findings.title')}
      </h2>
      <ul className="stats">
        {figures.map(
          ({ key, value }) =>
            value !== null && (
              <li className="stat" key={key}>
                <b>{value}</b> <span>{t(`finding.${key}`)}</span>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

/** Groups of the whole city, against the population where it is known. */
export function ByGroup({ tables, label }: { tables: Measured[]; label: Label }) {
  const t = useT('figures');
  const rows = usePlotRows(tables, label);
  if (rows.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="grupos">
      <h2 id="grupos">{t('groups.title')}</h2>
      <ul className="key">
        <li>
          <svg viewBox="0 0 22 16" aria-hidden="true">
            <circle className="f-action" cx="11" cy="8" r="7" />
          </svg>
          {t('key.here')}
        </li>
        <li>
          <svg viewBox="0 0 22 16" aria-hidden="true">
            <line
              className="s-action"
              x1="1"
              x2="21"
              y1="8"
              y2="8"
              strokeWidth="6"
              strokeOpacity=".45"
            />
          </svg>
          {t('key.interval')}
        </li>
        <li>
          <svg viewBox="0 0 22 16" aria-hidden="true">
            <line className="s-ink" x1="11" x2="11" y1="1" y2="15" strokeWidth="3" />
          </svg>
          {t('key.reference')}
        </li>
      </ul>
      <GroupPlot rows={rows} />
    </section>
  );
}

const followed: readonly Measure[] = [
  'genero',
  'edad',
  'localidad',
  'discapacidad',
  'cuida',
  'organizacion',
];

/** Who registered, who of them came, who contributed: where a group is lost on the way. */
export function JourneyByGroup({ tables, label }: { tables: Measured[]; label: Label }) {
  const t = useT('figures');
  const measures = followed.filter((measure) =>
    tables.some((table) => table.measure === measure && table.population === 'inscritas'),
  );
  if (measures.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="paso">
      <h2 id="paso">{t('journey.title')}</h2>
      <p>{t('journey.lead')}</p>
      {measures.map((measure) => (
        <Fold key={measure} summary={t(`measure.${measure}`)}>
          <JourneyTable
            measure={measure}
            tables={tables}
            label={(value) => label(measure, value)}
            caption={t('journey.caption', { measure: t(`measure.${measure}`) })}
          />
        </Fold>
      ))}
    </section>
  );
}

const pictures = ['mapa', 'grupos', 'metas'] as const;

/** The same data as files. */
export function Downloads({ scope, hasMap }: { scope: string; hasMap: boolean }) {
  const t = useT('figures');
  const query = `?ambito=${encodeURIComponent(scope)}`;
  return (
    <ul className="l-row">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <li key={kind}>
          <a className="btn btn--small" href={`/inclusion/datos.${kind}${query}`}>
            <Icon name="download" />
            {t(`download.${kind}`)}
          </a>
        </li>
      ))}
      {pictures
        .filter((figure) => figure !== 'mapa' || hasMap)
        .map((figure) => (
          <li key={figure}>
            <a className="btn btn--small" href={`/inclusion/figura.svg${query}&figura=${figure}`}>
              <Icon name="download" />
              {t(`download.svg.${figure}`)}
            </a>
          </li>
        ))}
      <li>
        <a className="btn btn--small" href={`/api/v1/inclusion${query}`}>
          {t('download.api')}
        </a>
      </li>
    </ul>
  );
}
