import type { ReactNode } from 'react';
import type { Page } from '#app/kernel/paging.ts';
import type { MonthOfMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import type { MeetingListFilters } from '#app/domains/meetings/schema.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { addressOfList } from '#app/domains/meetings/ui/list-address.ts';
import { MeetingList, NoMeetings } from '#app/domains/meetings/ui/meeting-list.tsx';
import { MonthView } from '#app/domains/meetings/ui/month-view.tsx';
import { PlaceMap } from '#app/domains/meetings/ui/place-map.tsx';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';

type Listed = {
  filters: MeetingListFilters;
  now: Date;
  coming: Page<PublicMeeting>;
  past: Page<PublicMeeting>;
  /** Whether the list is at its beginning. */
  first: boolean;
  calendar: MonthOfMeetings | null;
  places: { code: string; coming: number; past: number }[];
  localities: { value: string; label: string }[];
  map: TerritoryMap | null;
};

/** The meetings as they are looked at: coming ones in a list, a month, a map, or those that took place. */
export function MeetingsView(listed: Listed) {
  const { filters, coming, past, first, now } = listed;
  const t = useT('meetings');
  const isFiltered = Boolean(filters.commitmentSlug ?? filters.localityCode ?? filters.access);
  const list = (of: Page<PublicMeeting>, none: ReactNode) => (
    <MeetingList
      items={of.items}
      now={now}
      none={none}
      next={of.next ? addressOfList(filters, of.next) : null}
      previous={first ? null : addressOfList(filters)}
    />
  );
  if (listed.calendar) return <MonthView {...listed} calendar={listed.calendar} />;
  if (filters.view === 'mapa' && listed.localities.length > 0) return <PlaceMap {...listed} />;
  if (filters.view === 'pasados')
    return (
      <section aria-labelledby="pasados">
        <h2 id="pasados">{t('list.past.title')}</h2>
        {list(past, <p>{t('list.past.none')}</p>)}
      </section>
    );
  return (
    <section aria-labelledby="vienen">
      <h2 id="vienen" className="u-sr">
        {t('list.view.lista')}
      </h2>
      {list(coming, <NoMeetings isFiltered={isFiltered} />)}
    </section>
  );
}
