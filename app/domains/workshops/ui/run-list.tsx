import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Lacking } from '#app/domains/workshops/call-types.ts';
import type { MeetingKind, ShownState } from '#app/domains/workshops/types.ts';
import { RunState } from '#app/domains/workshops/ui/run-state.tsx';
import { Meta } from '#app/ui/meta.tsx';

export type RunMeeting = {
  id: string; title: string; lang: string; kind: MeetingKind; state: ShownState; startsAt: Date; endsAt: Date; venue: string; locality: string | null; capacity: number | null; held: number; waiting: number; attended: number;
  openSupports: number; openDuplicates: number; lacking: Lacking[];
};

/** The meetings that somebody runs: state, date, places, and what is missing. */
export function RunList({ meetings }: { meetings: RunMeeting[] }) {
  const t = useT('workshops');
  const f = useFormat();
  return (
    <ul className="l-grid" role="list">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="card">
          <p><RunState state={meeting.state} /></p>
          <h3 lang={meeting.lang}><a className="card__link" href={`/facilitacion/talleres/${meeting.id}/preparar`}>{meeting.title}</a></h3>
          <Meta items={[
            { key: 'when', icon: 'calendar', text: `${f.date(meeting.startsAt, 'weekday')}, ${f.date(meeting.startsAt, 'time')}` },
            ...(meeting.venue || meeting.locality ? [{ key: 'where', icon: 'pin', text: [meeting.venue, meeting.locality].filter(Boolean).join(', ') } as const] : []),
            { key: 'places', icon: 'people', text: meeting.capacity === null ? t('prepare.came', { count: meeting.attended }) : t('prepare.held', { held: meeting.held, capacity: meeting.capacity, waiting: meeting.waiting }) },
          ]} />
          {meeting.lacking.length > 0 && <p className="u-small"><strong>{t('prepare.lacking.title')}:</strong> {meeting.lacking.map((key) => t(`prepare.lacking.${key}`, { count: key === 'duplicates' ? meeting.openDuplicates : meeting.openSupports })).join(' · ')}</p>}
        </li>
      ))}
    </ul>
  );
}
