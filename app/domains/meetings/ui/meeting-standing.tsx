import { awaitsDraw, shownState } from '#app/domains/meetings/rules.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

/** Until when one can register, or why not any more. */
export function MeetingStanding({ meeting, now }: { meeting: PublicMeeting; now: Date }) {
  const t = useT('meetings');
  const f = useFormat();
  const state = shownState(meeting, now);
  if (state === 'cancelado')
    return (
      <Notice kind="bad" title={t('meeting.cancelled')}>
        {meeting.cancelReason}
      </Notice>
    );
  if (state === 'realizado' || state === 'con_acta')
    return meeting.attended !== null ? (
      <Notice kind="done">{t('meeting.attended', { count: meeting.attended })}</Notice>
    ) : null;
  if (meeting.kind === 'feria') return <Notice kind="sun">{t('meeting.open_entry')}</Notice>;
  if (now < meeting.opensAt)
    return <Notice>{t('meeting.opens', { date: f.date(meeting.opensAt, 'weekday') })}</Notice>;
  if (now >= meeting.closesAt)
    return <Notice>{t('meeting.closed', { date: f.date(meeting.closesAt, 'weekday') })}</Notice>;
  return (
    <Notice kind="sun">
      {t('meeting.closes', { date: f.date(meeting.closesAt, 'weekday') })}{' '}
      {meeting.waiting !== null &&
        t(awaitsDraw(meeting) ? 'meeting.in_draw' : 'meeting.waiting', {
          count: meeting.waiting,
        })}{' '}
      {t('meeting.free')}
    </Notice>
  );
}
