import { awaitsDraw } from '#app/domains/meetings/rules.ts';
import type { PublicMeeting } from '#app/domains/meetings/types.ts';
import { AllocationSays } from '#app/domains/meetings/ui/allocation-says.tsx';
import { isLive } from '#app/domains/registration/rules.ts';
import type { RegistrationView } from '#app/domains/registration/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';

type Props = {
  registration: RegistrationView;
  meeting: PublicMeeting;
  now: Date;
  /** Whether they were counted there; null for who only knows the code, which tells nobody of it. */
  came: boolean | null;
};

const pastOf = { came: 'past_came', registered: 'past_registered' } as const;

/** Whether a registration that was not given up is of a meeting that is over. */
export function isPast({ registration, meeting, now }: Omit<Props, 'came'>): boolean {
  return isLive(registration.state) && now >= meeting.endsAt;
}

/**
 * Under which name the state of a registration is told: who waits for a draw is told of that, and once
 * the meeting is over what happened.
 */
export function toldState(given: Props) {
  const { registration, meeting, came } = given;
  const { state } = registration;
  if (isPast(given)) {
    if (state !== 'inscrita') return 'past_waiting';
    return came === null ? 'past' : pastOf[came ? 'came' : 'registered'];
  }
  return state === 'en_espera' && awaitsDraw(meeting) ? 'in_draw' : state;
}

/** The state in a sentence. */
export function OwnLead(given: Props) {
  const { registration, meeting } = given;
  const t = useT('registration');
  const f = useFormat();
  const told = toldState(given);
  const until = told === 'in_draw' ? meeting.ownClosesAt : registration.offeredUntil;
  return (
    <p className="u-lead" data-estado={registration.state}>
      {t(`own.lead.${told}`, { date: until ? f.date(until, 'moment') : '' })}
    </p>
  );
}

/** The turn of who waits, the answer to an offer, and how places are given. */
export function OwnPlace(given: Props) {
  const { registration, meeting } = given;
  const t = useT('registration');
  const f = useFormat();
  const { state, turn } = registration;
  const hasTurn = toldState(given) !== 'in_draw' && meeting.allocation !== 'metas';
  if (isPast(given)) return null;
  return (
    <>
      {turn !== null && hasTurn && (
        <p>
          <strong>{t('own.turn', { turn: f.number(turn) })}</strong>
        </p>
      )}
      {state === 'ofrecida' && (
        <form method="post">
          <Button kind="go" size="big" icon="check" name="accion" value="aceptar">
            {t('own.accept')}
          </Button>
        </form>
      )}
      {state === 'en_espera' && <AllocationSays meeting={meeting} />}
    </>
  );
}

/**
 * Gives the place or the turn up; to who holds the code alone it says how. `isOpen`: they proved to be
 * the person.
 */
export function CancelForm({ isOpen }: { isOpen: boolean }) {
  const t = useT('registration');
  if (!isOpen)
    return (
      <Fold summary={t('own.cancel.open')}>
        <p>{t('own.cancel.closed')}</p>
        <p>{t('own.cancel.closed.else')}</p>
      </Fold>
    );
  return (
    <Fold summary={t('own.cancel.open')}>
      <p>{t('own.cancel.text')}</p>
      <form method="post" className="l-end">
        <Button icon="close" name="accion" value="cancelar">
          {t('own.cancel')}
        </Button>
      </form>
    </Fold>
  );
}
