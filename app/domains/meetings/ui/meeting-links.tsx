import { awaitsDraw, shownState } from '#app/domains/meetings/rules.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { ButtonLink } from '#app/ui/button.tsx';

/** What registering is called: entering a draw, waiting for a place, or taking one. */
function registerKey(meeting: PublicMeeting, now: Date) {
  if (awaitsDraw(meeting)) return 'meeting.enter_draw';
  return shownState(meeting, now) === 'lleno' ? 'meeting.wait' : 'meeting.register';
}

type Props = { meeting: PublicMeeting; now: Date; takes: boolean };

/** What can be done with a meeting: registering while it takes people, its minutes, telling others of it. */
export function MeetingLinks({ meeting, now, takes }: Props) {
  const t = useT('meetings');
  const address = `/talleres/${meeting.id}`;
  return (
    <div className="l-row">
      {takes && (
        <ButtonLink kind="go" size="big" href={`${address}/inscripcion`}>
          {t(registerKey(meeting, now))}
        </ButtonLink>
      )}
      {meeting.state === 'con_acta' && (
        <ButtonLink kind="go" icon="document" href={`${address}/acta`}>
          {t('meeting.minutes')}
        </ButtonLink>
      )}
      {meeting.state === 'publicado' && now < meeting.endsAt && (
        <ButtonLink icon="link" href={`${address}/difundir`}>
          {t('meeting.share')}
        </ButtonLink>
      )}
      {meeting.state !== 'cancelado' && now < meeting.endsAt && (
        <ButtonLink icon="calendar" href={`${address}.ics`}>
          {t('meeting.calendar')}
        </ButtonLink>
      )}
    </div>
  );
}
