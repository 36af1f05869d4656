import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';
import { LocalityMap, ShadeKey, type Shade } from '#app/domains/plan/ui/locality-map.tsx';
import type { Figure, Measured } from '#app/domains/figures/types.ts';
import { GapList } from '#app/domains/figures/ui/gap-list.tsx';

const paints = { missing: 'less', even: 'even', over: 'more', unsure: 'unsure' } as const;

/** How a locality is painted: what the table says of it, and nothing else. */
export function shadeOf(row: Figure | undefined): Shade {
  if (!row || row.people === null) return 'hidden';
  return row.finding === null ? 'none' : paints[row.finding];
}

const shades = ['less', 'even', 'more', 'unsure', 'hidden', 'none'] as const;

/** The shades that a table needs, in the order of the key. */
export const shadesOf = (table: Measured) =>
  shades.filter((shade) => table.rows.some((row) => shadeOf(row) === shade));

/** The map: what the table says of each locality, and no more. */
function LocalityPicture({
  table,
  map,
  label,
}: {
  table: Measured;
  map: TerritoryMap;
  label: (code: string) => string;
}) {
  const t = useT('figures');
  const f = useFormat();
  const named = (shade: Shade) =>
    f.names(table.rows.filter((row) => shadeOf(row) === shade).map(({ value }) => label(value)));
  const used = shadesOf(table);
  return (
    <LocalityMap
      map={map}
      title={t('map.title')}
      description={[
        ...used.map((shade) => t(`map.${shade}_are`, { names: named(shade) })),
        t('map.same'),
      ].join(' ')}
      shade={(code) => shadeOf(table.rows.find(({ value }) => value === code))}
      note={
        <>
          <strong>{t('map.title')}</strong>
          <ul className="key">
            {used.map((shade) => (
              <li key={shade}>
                <ShadeKey shade={shade} />
                {t(`map.${shade}`)}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

/**
 * Localities against their weight in the city: who is missing as people, and a map with the same.
 */
export function LocalitySection({
  table,
  map,
  label,
  tools,
}: {
  table: Measured;
  map: TerritoryMap | null;
  label: (code: string) => string;
  tools?: ReactNode;
}) {
  const t = useT('figures');
  const f = useFormat();
  const missing = table.rows
    .flatMap(({ value, people, invite }) =>
      people === null || invite === null ? [] : [{ value, people, invite }],
    )
    .sort((a, b) => b.invite - a.invite || (a.value < b.value ? -1 : 1));
  const used = shadesOf(table);
  return (
    <section className={map ? 'l-split' : undefined} aria-labelledby="localidades">
      <div className="l-stack">
        <h2 id="localidades">
          {t('locality.title', { reached: table.reached, all: table.rows.length })}
        </h2>
        {missing.length > 0 ? (
          <>
            <p>
              {t('locality.lead', {
                count: missing.length,
                names: f.names(missing.slice(0, 3).map(({ value }) => label(value))),
              })}
            </p>
            <h3>{t('gap.title')}</h3>
            <GapList
              gaps={missing.slice(0, 6).map(({ value, people, invite }) => ({
                id: value,
                name: label(value),
                came: people,
                invite,
              }))}
            />
            <p className="u-small u-mute">{t('gap.each')}</p>
          </>
        ) : (
          <p>{t(used.includes('unsure') ? 'locality.unsure' : 'locality.none')}</p>
        )}
        {tools}
      </div>
      {map && <LocalityPicture table={table} map={map} label={label} />}
    </section>
  );
}
