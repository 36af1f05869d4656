import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { OpenCall } from '#app/domains/letters/call.store.server.ts';
import { callResults } from '#app/domains/letters/types.ts';
import { Button } from '#app/ui/button.tsx';
import { ClockBadge } from '#app/ui/clock-badge.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** Somebody to call about their letter: by when, what to say, and what came of it. */
export function LetterCall({ call, now }: { call: OpenCall & { label: string }; now: Date }) {
  const t = useT('letters');
  const f = useFormat();
  const due = call.dueAt <= now ? 'late' : 'later';
  return (
    <li className="call" data-due={due}>
      <div className="l-row">
        <ClockBadge due={due}>{t('calls.due', { date: f.date(call.dueAt, 'moment') })}</ClockBadge>
        <a href={`/coordinacion/solicitudes/${call.letterId}`}>{call.label}</a>
      </div>
      <h2 className="call__name">{call.name}</h2>
      <a className="btn btn--wide" href={`tel:${call.phone}`}>
        <Icon name="phone" />
        {t('calls.dial', { phone: call.phone })}
      </a>
      <p className="call__say">
        <strong>{t('calls.say')}</strong>{' '}
        {t(`calls.words.${call.about}`, {
          number: call.label,
          due: f.date(call.letterDueAt),
          until: call.replyUntil ? f.date(call.replyUntil) : '',
          body: call.body,
        })}
      </p>
      {call.triedAt && (
        <p className="u-small u-mute">
          {t('calls.tried', { count: call.tries, when: f.date(call.triedAt, 'moment') })}
        </p>
      )}
      <form
        method="post"
        className="call__out"
        aria-label={t('calls.outcome', { name: call.name })}
      >
        <input type="hidden" name="llamada" value={call.id} />
        {callResults.map((result) => (
          <Button key={result} size="small" name="resultado" value={result}>
            {t(`calls.result.${result}`)}
          </Button>
        ))}
      </form>
    </li>
  );
}
