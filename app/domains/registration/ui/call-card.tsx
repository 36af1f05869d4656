import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { CallResult } from '#app/domains/registration/call.rules.ts';
import type { Call } from '#app/domains/registration/list-calls.server.ts';
import { isLive } from '#app/domains/registration/rules.ts';
import { Button } from '#app/ui/button.tsx';
import { ClockBadge, type Due } from '#app/ui/clock-badge.tsx';
import { Icon } from '#app/ui/icon.tsx';

const day = 86_400_000;

function dueOf({ dueAt }: Call, now: Date): Due {
  if (dueAt <= now) return 'late';
  return dueAt.getTime() - now.getTime() < day ? 'today' : 'later';
}

/** What to say, in the words of this page; a meeting of which nothing else is known names its place. */
function Words({ call }: { call: Call }) {
  const t = useT('roster');
  const f = useFormat();
  const { meeting } = call;
  return (
    <p className="call__say">
      <strong>{t('calls.say')}</strong>{' '}
      {t(`calls.words.${call.about}`, {
        title: meeting.title,
        when: f.date(meeting.startsAt, 'moment'),
        place: [meeting.venue, meeting.address].filter(Boolean).join(', '),
        note: call.about === 'meeting_cancelled' ? meeting.cancelReason : call.note,
      })}
    </p>
  );
}

/** How often it was tried, and until when an offer is kept. */
function Tries({ call }: { call: Call }) {
  const t = useT('roster');
  const f = useFormat();
  return (
    <>
      {call.triedAt && (
        <p className="u-small u-mute">
          {t('calls.tried', { count: call.tries, when: f.date(call.triedAt, 'moment') })}
        </p>
      )}
      {call.about === 'offered' && (
        <p className="u-small u-mute">
          {call.triedAt && call.offeredUntil
            ? t('calls.offer.until', { when: f.date(call.offeredUntil, 'moment') })
            : t('calls.offer.first')}
        </p>
      )}
    </>
  );
}

const toOffer: CallResult[] = ['acepta', 'no_quiere', 'no_contesto', 'equivocado'];
const toOthers: CallResult[] = ['hablamos', 'no_contesto', 'equivocado'];

/** What may have come of a call: whatever it was about, who has a place may say that they cannot come. */
function resultsOf({ about, state, meeting }: Call): CallResult[] {
  if (about === 'offered') return toOffer;
  const comes = isLive(state) && meeting.state !== 'cancelado';
  return comes ? ['hablamos', 'no_quiere', 'no_contesto', 'equivocado'] : toOthers;
}

/** A person to call: why, by when, what to say, and what came of it. */
export function CallCard({ call, now }: { call: Call; now: Date }) {
  const t = useT('roster');
  const f = useFormat();
  const due = dueOf(call, now);
  return (
    <li className="call" data-due={due}>
      <div className="l-row">
        <ClockBadge due={due}>
          {t(`calls.due.${due === 'hold' ? 'later' : due}`, { when: f.date(call.dueAt, 'moment') })}
        </ClockBadge>
        <span className="tag">{t(`calls.about.${call.about}`)}</span>
      </div>
      <h2 id={`l-${call.id}`} className="call__name">
        {call.name}
      </h2>
      {call.phone ? (
        <a className="btn btn--wide" href={`tel:${call.phone}`}>
          <Icon name="phone" />
          {t('calls.dial', { phone: call.phone })}
        </a>
      ) : (
        <p>{t('calls.no_phone', { email: call.email ?? '' })}</p>
      )}
      <p className="u-small">
        <a href={`/facilitacion/talleres/${call.meetingId}/lista?corregir=${call.registrationId}`}>
          {t('contact.link')}
          <span className="u-sr"> {call.name}</span>
        </a>
      </p>
      {call.guardianName && <p>{t('calls.guardian', { name: call.guardianName })}</p>}
      <Words call={call} />
      <Tries call={call} />
      <form
        method="post"
        className="call__out"
        aria-label={t('calls.outcome', { name: call.name })}
      >
        <input type="hidden" name="llamada" value={call.id} />
        {resultsOf(call).map((result) => (
          <Button key={result} size="small" name="resultado" value={result}>
            {t(`calls.result.${result}`)}
          </Button>
        ))}
      </form>
    </li>
  );
}
