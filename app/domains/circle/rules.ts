import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { recordOf } from '#app/kernel/record.ts';
import { conflict } from '#app/kernel/errors.ts';
import { noonOf } from '#app/platform/city/local-time.ts';
import {
  sectors,
  votes,
  type DecisionCode,
  type IdeaAnswer,
  type Quorum,
  type Seat,
  type Sector,
  type SectorQuorum,
  type Vote,
  type VoteCount,
  type VotesBySector,
} from './types.ts';

/** Lengths of what members write, in characters. */
export const circleLimits = { note: 5000, reasonsMin: 10, reasons: 8000, answer: 2000 };

/**
 * Quorum, sector by sector. The base is every member of the commission in term on this day, less those who
 * recused themselves; present counts those of the base who are at the table. Each sector needs half of its
 * base, rounded up, and at least one person: parity means that neither sector decides alone, so a sector
 * without anybody able to vote leaves the table without quorum.
 */
export function quorumOf(seats: Seat[]): Quorum {
  const bySector = recordOf(sectors, (sector) => sectorQuorum(seats, sector));
  return {
    isMet: sectors.every((sector) => bySector[sector].present >= bySector[sector].needed),
    bySector,
  };
}

function sectorQuorum(seats: Seat[], sector: Sector): SectorQuorum {
  const base = seats.filter((seat) => seat.sector === sector && seat.vote !== 'impedimento');
  return {
    base: base.length,
    present: base.filter((seat) => seat.present).length,
    needed: Math.max(1, Math.ceil(base.length / 2)),
  };
}

/** Votes by sector. Who left the table no longer votes; a recusal stands wherever the person is. */
export function countVotes(seats: Seat[]): VotesBySector {
  const of = (sector: Sector) => {
    const cast = seats.filter(
      (seat) =>
        seat.sector === sector &&
        seat.vote !== null &&
        (seat.present || seat.vote === 'impedimento'),
    );
    return recordOf(votes, (vote) => cast.filter((seat) => seat.vote === vote).length);
  };
  return { gobierno: of('gobierno'), civil: of('civil') };
}

/** All sectors together. */
export function sumVotes(bySector: VotesBySector): VoteCount {
  return recordOf(votes, (vote) =>
    sectors.reduce((sum, sector) => sum + bySector[sector][vote], 0),
  );
}

/**
 * A simple majority must agree with the decision: more in favour than against to take the proposal, whole
 * or in part; more against than in favour not to take it. Abstentions count for neither. A tie decides
 * nothing: it can only be deferred, as anything can.
 */
export function agrees(decision: DecisionCode, bySector: VotesBySector): boolean {
  const { a_favor, en_contra } = sumVotes(bySector);
  if (decision === 'aplazada') return true;
  return decision === 'no_adoptada' ? en_contra > a_favor : a_favor > en_contra;
}

/** Whether the table may decide anything at this moment. */
export function mayMeet(seats: Seat[]): Verdict {
  const {
    isMet,
    bySector: { gobierno, civil },
  } = quorumOf(seats);
  return isMet
    ? allow
    : deny(
        conflict('sin_quorum', {
          government: gobierno.present,
          government_needed: gobierno.needed,
          civil: civil.present,
          civil_needed: civil.needed,
        }),
      );
}

/** Whether the table may decide so at this moment. */
export function mayDecide(decision: DecisionCode, seats: Seat[]): Verdict {
  const quorum = mayMeet(seats);
  if (!quorum.allowed) return quorum;
  const bySectorVotes = countVotes(seats);
  if (agrees(decision, bySectorVotes)) return allow;
  const { a_favor, en_contra } = sumVotes(bySectorVotes);
  return deny(
    conflict(a_favor === en_contra ? 'circle_votes_tied' : 'circle_votes_disagree', {
      in_favour: a_favor,
      against: en_contra,
    }),
  );
}

/** A vote counts only from the table; a recusal may also be declared from elsewhere. */
export function mayVote(vote: Vote, isPresent: boolean): Verdict {
  return isPresent || vote === 'impedimento' ? allow : deny(conflict('circle_not_present'));
}

/**
 * What the answers still lack, by form field (keys of `errors`). Each idea needs an answer: all taken when the
 * proposal is taken whole; something taken, and why not the rest, when in part; why not, when it is not
 * taken. A deferral answers no idea yet: it needs the date on which the proposal comes back.
 */
export function missingAnswers(
  decision: DecisionCode,
  answers: IdeaAnswer[],
): Record<string, string> {
  const missing: Record<string, string> = {};
  if (decision === 'aplazada') return missing;
  for (const { ideaId, taken, notTaken } of answers) {
    if (decision === 'adoptada' && taken === '')
      missing[`tomado.${ideaId}`] = 'circle_taken_missing';
    if (decision === 'no_adoptada' && notTaken === '')
      missing[`no_tomado.${ideaId}`] = 'circle_not_taken_missing';
    if (decision === 'adoptada_en_parte' && taken === '' && notTaken === '')
      missing[`no_tomado.${ideaId}`] = 'circle_answer_missing';
  }
  const [first] = answers;
  if (decision !== 'adoptada_en_parte' || !first || Object.keys(missing).length > 0) return missing;
  if (answers.every((answer) => answer.taken === ''))
    missing[`tomado.${first.ideaId}`] = 'circle_part_needs_taken';
  if (answers.every((answer) => answer.notTaken === ''))
    missing[`no_tomado.${first.ideaId}`] = 'circle_part_needs_not_taken';
  return missing;
}

/** The ideas of which a decision took something. */
export function takenIn(decision: { answers: IdeaAnswer[] }): string[] {
  return decision.answers.filter((answer) => answer.taken !== '').map((answer) => answer.ideaId);
}

/** A deferral's date must lie ahead; both are civil dates (AAAA-MM-DD). */
export function missingUntil(
  decision: DecisionCode,
  until: string | undefined,
  today: string,
): Record<string, string> {
  if (decision !== 'aplazada') return {};
  if (!until) return { hasta: 'circle_until_missing' };
  return until > today ? {} : { hasta: 'circle_until_past' };
}

/** Whether a term holds on a civil date; its last day belongs to it. */
export function isInTerm(term: { startsOn: string; endsOn: string | null }, day: string): boolean {
  return term.startsOn <= day && (term.endsOn === null || day <= term.endsOn);
}

/** Midday of a civil date in the city: an instant that every reader's formatter shows as that date. */
export function instantOf(day: string): Date {
  return noonOf(day);
}
