import { DateBlock } from '#app/domains/meetings/ui/date-block.tsx';
import { MeetingBadge, PlacesLeft } from '#app/domains/meetings/ui/meeting-badge.tsx';
import { useMeetingTime } from '#app/domains/meetings/ui/use-meeting-time.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Meta, type MetaItem } from '#app/ui/meta.tsx';

/** A meeting in a list: when, what, where, and whether there is room. */
export function MeetingCard({ meeting, now }: { meeting: PublicMeeting; now: Date }) {
  const t = useT('meetings');
  const locale = useLocale();
  const time = useMeetingTime();
  const place = [meeting.venue, meeting.locality?.name].filter(Boolean).join(', ');
  const items: (MetaItem | false)[] = [
    { key: 'time', icon: 'clock', text: time(meeting) },
    meeting.modality !== 'virtual' && place !== '' && { key: 'place', icon: 'pin', text: place },
    meeting.modality !== 'presencial' && {
      key: 'modality',
      icon: 'link',
      text: t(`modality.${meeting.modality}`),
    },
    { key: 'kind', icon: 'people', text: t(`kind.${meeting.kind}`) },
    { key: 'places', text: <PlacesLeft meeting={meeting} now={now} /> },
  ];
  return (
    <li className="meet">
      <DateBlock date={meeting.startsAt} />
      <article>
        <div className="l-row">
          <MeetingBadge meeting={meeting} now={now} />
          {meeting.commitments.map((commitment) => (
            <span key={commitment.id} className="tag">
              {locale === 'es' ? commitment.titleEs : commitment.titleEn}
            </span>
          ))}
        </div>
        <h3 className="idea__title" lang={meeting.lang}>
          <a href={`/talleres/${meeting.id}`}>{meeting.title}</a>
        </h3>
        <Meta items={items.filter((item): item is MetaItem => item !== false)} />
      </article>
    </li>
  );
}
