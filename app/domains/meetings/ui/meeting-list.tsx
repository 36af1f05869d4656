import type { ReactNode } from 'react';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { MeetingCard } from '#app/domains/meetings/ui/meeting-card.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Pager } from '#app/ui/pager.tsx';

/** A page of meetings, with the way to the others. */
export function MeetingList({
  items,
  now,
  none,
  next,
  previous,
}: {
  items: PublicMeeting[];
  now: Date;
  /** What stands there when there are none. */
  none: ReactNode;
  next: string | null;
  previous: string | null;
}) {
  return (
    <>
      {items.length > 0 ? (
        <ul className="meets">
          {items.map((meeting) => (
            <MeetingCard key={meeting.id} meeting={meeting} now={now} />
          ))}
        </ul>
      ) : (
        none
      )}
      <Pager next={next} previous={previous} />
    </>
  );
}

/** No meeting is coming: either none that fits the filters, or none at all. */
export function NoMeetings({ isFiltered }: { isFiltered: boolean }) {
  const t = useT('meetings');
  if (isFiltered)
    return (
      <EmptyState
        level="h3"
        title={t('list.filtered.title')}
        text={t('list.filtered.text')}
        action={<ButtonLink href="/talleres">{t('list.filter.clear')}</ButtonLink>}
      />
    );
  return (
    <EmptyState
      level="h3"
      title={t('list.none.title')}
      text={t('list.none.text')}
      action={
        <ButtonLink kind="go" href="/ideas">
          {t('list.none.action')}
        </ButtonLink>
      }
    />
  );
}
