import type { MeetingListFilters } from '#app/domains/meetings/schema.ts';
import { addressOfList } from '#app/domains/meetings/ui/list-address.ts';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';
import { LocalityMap, ShadeKey } from '#app/domains/plan/ui/locality-map.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';

type Props = {
  filters: MeetingListFilters;
  places: { code: string; coming: number; past: number }[];
  localities: { value: string; label: string }[];
  map: TerritoryMap | null;
};

const shades = ['none', 'some', 'many'] as const;

/** Where meetings are: the map of the localities, and its figures as a table. */
export function PlaceMap({ filters, places, localities, map }: Props) {
  const t = useT('meetings');
  const countOf = (code: string) =>
    places.find((place) => place.code === code) ?? { coming: 0, past: 0 };
  const shade = (code: string) => {
    const { coming, past } = countOf(code);
    return shades[Math.min(coming + past, 2)] ?? 'none';
  };
  return (
    <section className={map ? 'l-split' : undefined} aria-label={t('list.map.title')}>
      {map && (
        <LocalityMap
          map={map}
          title={t('list.map.title')}
          description={t('list.map.description', { count: places.length, all: localities.length })}
          shade={shade}
          note={
            <>
              <ul className="key">
                {shades.map((key) => (
                  <li key={key}>
                    <ShadeKey shade={key} />
                    {t(`list.map.${key}`)}
                  </li>
                ))}
              </ul>
              <p className="u-mute">{t('list.map.source')}</p>
            </>
          }
        />
      )}
      <DataTable
        caption={t('list.map.title')}
        columns={[
          { key: 'name', label: t('list.map.locality') },
          { key: 'coming', label: t('list.map.coming'), numeric: true },
          { key: 'past', label: t('list.map.past'), numeric: true },
        ]}
        rows={localities.map(({ value, label }) => ({
          id: value,
          name: (
            <a href={addressOfList({ ...filters, view: 'lista', localityCode: value })}>{label}</a>
          ),
          ...countOf(value),
        }))}
      />
    </section>
  );
}
