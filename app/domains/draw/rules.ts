import { all, allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { awaitsDraw, placesLeft } from '#app/domains/meetings/rules.ts';
import type { Goal } from '#app/domains/groups/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import type { Draw, DrawQuota, DrawState } from './types.ts';

export const drawLimits = { source: 300, text: 2000, secretMin: 12, secretMax: 200 } as const;

/**
 * How many people of a goal should have a place: its share of the places, give or take its
 * tolerance.
 */
export function proposeQuota(
  goal: Pick<Goal, 'variable' | 'value' | 'share' | 'tolerance'>,
  size: number,
): DrawQuota {
  // Last digits of a product are no people: 0.3 × 10 is three.
  const exact = (share: number) => Math.round(share * size * 1e6) / 1e6;
  return {
    variable: goal.variable,
    value: goal.value,
    min: Math.max(0, Math.floor(exact(goal.share - goal.tolerance))),
    max: Math.min(size, Math.ceil(exact(goal.share + goal.tolerance))),
  };
}

/**
 * How long a lottery takes to be proven, in seconds from and to. Measured on two shared cores, in
 * seconds of one core, with pools of 60 to 2,500 people: half a second for 10 types, 3 for 100, 9
 * for 120, 12 for 150, 59 for 200, 91 for 260, 454 for 330. The range covers how far pools of one
 * size lay apart, and a machine that does other things besides.
 */
export function expectedSeconds(types: number, people: number): { from: number; to: number } {
  const typical = 0.4 + 0.008 * types + 0.003 * people + 2e-6 * types ** 3.2;
  return {
    from: Math.max(1, Math.round(typical / 3)),
    to: Math.max(2, Math.round(typical * (types > 200 ? 10 : 4))),
  };
}

/**
 * Whether places of a meeting can be drawn now: it draws them, nobody registers any more, and more
 * people wait than there are places.
 */
export function mayPrepareDraw(meeting: Meeting, now: Date): Verdict {
  if (meeting.allocation !== 'sorteo') return deny(conflict('draw_not_said'));
  if (meeting.state === 'cancelado') return deny(conflict('meeting_cancelled'));
  if (!awaitsDraw(meeting)) return deny(conflict('draw_done'));
  if (meeting.state !== 'publicado' || now >= meeting.startsAt)
    return deny(conflict('meeting_started'));
  if (now < meeting.closesAt) return deny(conflict('draw_before_closing'));
  return placesLeft(meeting) > 0 && meeting.waiting > placesLeft(meeting)
    ? allow
    : deny(conflict('draw_not_needed'));
}

const movable: readonly DrawState[] = ['midiendo', 'preparada', 'detenida', 'imposible', 'lista'];

/**
 * Whether a draw may be prepared anew: not while it is calculated, and never once it was committed
 * to.
 */
export function mayReplace(draw: Pick<Draw, 'state'> | null): Verdict {
  if (!draw || movable.includes(draw.state)) return allow;
  return deny(conflict(draw.state === 'calculando' ? 'draw_running' : 'draw_committed'));
}

const inState = (
  draw: Pick<Draw, 'state'>,
  states: readonly DrawState[],
  reason: string,
): Verdict => (states.includes(draw.state) ? allow : deny(conflict(reason)));

export function mayStart(draw: Pick<Draw, 'state'>): Verdict {
  return inState(draw, ['preparada', 'detenida'], 'draw_moved');
}

export function mayStop(draw: Pick<Draw, 'state'>): Verdict {
  return inState(draw, ['calculando'], 'draw_moved');
}

/**
 * Whether nobody of the Circle revealed anything in time: only then another source may be chosen.
 */
export function isSourceLost(
  draw: Pick<Draw, 'state' | 'sourceKind' | 'sourceUntil' | 'shares'>,
  now: Date,
): boolean {
  return (
    draw.state === 'comprometida' &&
    draw.sourceKind === 'circulo' &&
    draw.sourceUntil! <= now &&
    draw.shares.every((share) => share.secret === null)
  );
}

/** Whether a lottery can be committed to: its proof is complete, or its first source was lost. */
export function mayCommit(draw: Draw, now: Date): Verdict {
  return draw.state === 'lista' || isSourceLost(draw, now)
    ? allow
    : deny(
        conflict(
          draw.state === 'comprometida' || draw.state === 'sorteada'
            ? 'draw_committed'
            : 'draw_unproven',
        ),
      );
}

/**
 * Whether the randomness that was announced has come, and places are still to be given: when so
 * many gave up that there is room for all, everybody has one.
 */
export function mayHold(draw: Draw, meeting: Meeting, now: Date): Verdict {
  if (draw.state === 'sorteada' || !awaitsDraw(meeting)) return deny(conflict('draw_done'));
  if (draw.state !== 'comprometida') return deny(conflict('draw_unproven'));
  if (now < draw.sourceAt!) return deny(conflict('draw_source_to_come'));
  const revealed = draw.shares.filter((share) => share.secret !== null).length;
  const isMissing =
    draw.sourceKind !== 'fuente' &&
    (revealed === 0 || (revealed < draw.shares.length && now < draw.sourceUntil!));
  const secrets = isMissing ? deny(conflict('draw_secrets_missing')) : allow;
  return all(now < meeting.startsAt ? allow : deny(conflict('meeting_started')), secrets);
}

/** Whether people of the Circle may still commit to a secret, or may reveal theirs. */
export function mayShare(draw: Draw, now: Date, act: 'comprometer' | 'revelar'): Verdict {
  if (draw.state !== 'comprometida' || draw.sourceKind !== 'circulo')
    return deny(conflict('draw_no_secrets'));
  if (act === 'comprometer')
    return now < draw.sourceAt! ? allow : deny(conflict('draw_secrets_closed'));
  if (now < draw.sourceAt!) return deny(conflict('draw_source_to_come'));
  return now < draw.sourceUntil! ? allow : deny(conflict('draw_secrets_closed'));
}

/**
 * The text out of which the seed of the Circle is made: the secrets that were revealed, in the
 * order of their commitments, a line each.
 */
export function seedTextOf(shares: Draw['shares']): string {
  return shares.flatMap((share) => (share.secret === null ? [] : [share.secret])).join('\n');
}
