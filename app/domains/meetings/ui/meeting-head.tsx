import type { ReactNode } from 'react';
import { DateBlock } from '#app/domains/meetings/ui/date-block.tsx';
import { MeetingBadge } from '#app/domains/meetings/ui/meeting-badge.tsx';
import { useMeetingTime } from '#app/domains/meetings/ui/use-meeting-time.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Breadcrumbs, type Crumb } from '#app/ui/breadcrumbs.tsx';
import { Meta, type MetaItem } from '#app/ui/meta.tsx';

/** The top of every page about one meeting: which one, when and where. */
export function MeetingHead({
  meeting,
  now,
  title,
  crumbs = [],
  current,
  children,
}: {
  meeting: PublicMeeting;
  now: Date;
  title: ReactNode;
  crumbs?: Crumb[];
  current: string;
  children?: ReactNode;
}) {
  const t = useT('meetings');
  const f = useFormat();
  const time = useMeetingTime();
  const place = [meeting.venue, meeting.locality?.name].filter(Boolean).join(', ');
  const items: (MetaItem | false)[] = [
    {
      key: 'time',
      icon: 'clock',
      text: (
        <time dateTime={meeting.startsAt.toISOString()}>
          {f.date(meeting.startsAt, 'weekday')}, {time(meeting)}
        </time>
      ),
    },
    place !== '' && { key: 'place', icon: 'pin', text: place },
    meeting.capacity !== null && {
      key: 'places',
      icon: 'people',
      text:
        meeting.held === null
          ? t('meeting.capacity', { count: meeting.capacity })
          : t('meeting.places', {
              held: Math.min(meeting.held, meeting.capacity),
              capacity: meeting.capacity,
            }),
    },
    meeting.reserved > 0 && {
      key: 'reserved',
      icon: 'lock',
      text: t('meeting.reserved', { count: meeting.reserved }),
    },
  ];
  return (
    <>
      <Breadcrumbs
        items={[{ href: '/talleres', label: t('list.title') }, ...crumbs]}
        current={current}
      />
      <div className="head l-row l-row--top">
        <DateBlock date={meeting.startsAt} />
        <div className="l-stack l-stack--tight">
          <p>
            <MeetingBadge meeting={meeting} now={now} />
          </p>
          <h1 lang={meeting.lang}>{title}</h1>
          <Meta items={items.filter((item): item is MetaItem => item !== false)} />
          {children}
        </div>
      </div>
    </>
  );
}
