import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

/** How places are given, where it is not simply in order of arrival; with the way to the rules of a draw. */
export function AllocationSays({ meeting }: { meeting: PublicMeeting }) {
  const t = useT('meetings');
  const f = useFormat();
  if (meeting.allocation === 'metas') return <p>{t('allocation.says.metas')}</p>;
  if (meeting.allocation === 'sorteo' && meeting.allottedAt)
    return (
      <p>
        <a href={`/talleres/${meeting.id}/sorteo`}>{t('allocation.result')}</a>
      </p>
    );
  if (meeting.allocation === 'sorteo')
    return (
      <p>
        {t('allocation.says.sorteo', { date: f.date(meeting.ownClosesAt, 'moment') })}{' '}
        <a href={`/talleres/${meeting.id}/sorteo`}>{t('allocation.how')}</a>
      </p>
    );
  return null;
}
