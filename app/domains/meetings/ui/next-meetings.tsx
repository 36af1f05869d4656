import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { PlacesLeft } from '#app/domains/meetings/ui/meeting-badge.tsx';
import { useFormat } from '#app/platform/i18n/use-t.ts';

/** The next meetings in a narrow column: what, when, where and whether there is room. */
export function NextMeetings({ items, now }: { items: PublicMeeting[]; now: Date }) {
  const f = useFormat();
  return (
    <ul className="list">
      {items.map((meeting) => (
        <li key={meeting.id}>
          <div>
            <a href={`/talleres/${meeting.id}`} lang={meeting.lang}>
              {meeting.title}
            </a>
            <p className="u-small u-mute">
              {[f.date(meeting.startsAt, 'weekday'), meeting.locality?.name]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="u-small">
              <strong>
                <PlacesLeft meeting={meeting} now={now} />
              </strong>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
