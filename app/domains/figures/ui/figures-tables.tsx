import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Baseline } from '#app/domains/figures/baseline.rules.ts';
import type { Measured } from '#app/domains/figures/types.ts';
import { fewestTold } from '#app/domains/meetings/rules.ts';
import type { PastFigures } from '#app/domains/meetings/list-meetings.server.ts';
import { Downloads } from '#app/domains/figures/ui/figures-page.tsx';
import { MeasureTable } from '#app/domains/figures/ui/measure-table.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';

/** Every table that is published of a scope, and the same as files. */
export function FiguresTables({
  tables,
  releasedAt,
  scope,
  hasMap,
  label,
}: {
  tables: readonly (Measured & { releasedAt: Date })[];
  releasedAt: Date;
  scope: string;
  hasMap: boolean;
  label: (measure: Measure, value: string) => string;
}) {
  const t = useT('figures');
  const f = useFormat();
  return (
    <section className="l-stack" aria-labelledby="tablas">
      <h2 id="tablas">{t('tables.title')}</h2>
      <p>{t('tables.lead', { date: f.date(releasedAt, 'long') })}</p>
      {tables.map((table) => (
        <Fold key={table.measure} summary={t(`measure.${table.measure}`)}>
          <p className="u-small">
            {t(`definition.${table.measure}`)}{' '}
            {t('released', { date: f.date(table.releasedAt, 'long') })}{' '}
            {table.distance !== null && t('distance', { share: Math.round(table.distance * 100) })}
          </p>
          <MeasureTable
            table={table}
            label={(value) => label(table.measure, value)}
            caption={t('tables.caption', {
              measure: t(`measure.${table.measure}`),
              people: table.people,
            })}
          />
        </Fold>
      ))}
      <Downloads scope={scope} hasMap={hasMap} />
    </section>
  );
}

/** What took place, by kind of meeting. */
export function PastMeetings({ past }: { past: PastFigures }) {
  const t = useT('figures');
  const w = useT('meetings');
  const f = useFormat();
  return (
    <section className="l-stack" aria-labelledby="realizados">
      <h2 id="realizados">
        {t(past.localities > 0 ? 'past.title' : 'past.title.city', {
          attended: past.attended,
          localities: past.localities,
        })}
      </h2>
      <DataTable
        caption={t('past.caption')}
        columns={[
          { key: 'kind', label: t('past.kind') },
          { key: 'meetings', label: t('past.meetings'), numeric: true },
          { key: 'attended', label: t('past.attended'), numeric: true },
        ]}
        rows={past.kinds.map((row) => ({
          id: row.kind,
          kind: w(`kind.${row.kind}`),
          meetings: f.number(row.meetings),
          attended: row.attended > 0 ? f.number(row.attended) : '–',
        }))}
      />
      <p className="u-small u-mute">{t('past.few', { fewest: fewestTold })}</p>
    </section>
  );
}

/** Where the population comes from: each source of each measure once. */
export function BaselineSources({ baseline }: { baseline: readonly Baseline[] }) {
  const t = useT('figures');
  const sources = new Map(
    baseline.map((row) => [`${row.measure} ${row.source} ${row.definition}`, row]),
  );
  return (
    <section className="l-stack" aria-labelledby="fuentes">
      <h2 id="fuentes">{t('sources.title')}</h2>
      <ul className="l-stack l-stack--tight">
        {[...sources].map(([key, { measure, definition, source, asOf }]) => (
          <li key={key}>
            <strong>{t(`measure.${measure}`)}</strong>{' '}
            <span lang="es">{t('sources.row', { definition, source, date: asOf })}</span>
          </li>
        ))}
      </ul>
      <p className="u-small u-mute">
        {t('sources.map')} {t('sources.gender')} {t('sources.sample')}
      </p>
    </section>
  );
}
