import { allow, deny, type Verdict } from '#app/kernel/verdict.ts';
import { certain } from '#app/kernel/certain.ts';
import { conflict } from '#app/kernel/errors.ts';
import { isSensitive } from '#app/domains/declarations/measures.ts';
import { awaitsDraw, fewestTold, placesLeft } from '#app/domains/meetings/rules.ts';
import type { Goal } from '#app/domains/groups/types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { byCodeUnits } from './pool.ts';
import type { Commitment } from './source.ts';
import type { Draw, DrawQuota, DrawShare, DrawState, ShareAct } from './types.ts';

export const drawLimits = {
  name: 80,
  text: 2000,
  secretMin: 12,
  secretMax: 200,
  /** How long before it can be known a source is public, and shares may be committed to, at least. */
  leadMinutes: 60,
  /** How many people of the Circle must add to a seed, of both sectors. */
  shares: 3,
  /** Quotas are for at least so many people: of fewer, each has the same probability. */
  quotaPeople: 10,
} as const;

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
 * Whether who runs a meeting may change a quota: of ages and localities. What touches sensitive
 * answers is as the plan's goal says, and nobody tries it out on the people of one meeting.
 */
export const isOfDesk = (quota: Pick<DrawQuota, 'variable'>): boolean =>
  !isSensitive(quota.variable);

/** How many types of people quotas can tell apart at most, whatever anybody answered. */
export function mostTypes(quotas: Pick<DrawQuota, 'variable'>[], people: number): number {
  const values = new Map<string, number>();
  for (const { variable } of quotas) values.set(variable, (values.get(variable) ?? 1) + 1);
  return Math.min(
    people,
    [...values.values()].reduce((all, each) => all * each, 1),
  );
}

/**
 * A draw as its desk shows it: until it is committed to, which happens once, nothing that was found
 * in what its people answered.
 */
export function deskView(draw: Draw): Draw {
  if (isCommitted(draw)) return draw;
  return { ...draw, types: null, panels: null, smallest: null, rounding: null, yielded: [] };
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
  if (now < meeting.ownClosesAt) return deny(conflict('draw_before_closing'));
  const places = placesLeft(meeting);
  if (places === 0 || meeting.waiting <= places) return deny(conflict('draw_not_needed'));
  // A draw publishes how many it is for, and who takes part.
  return places < fewestTold ? deny(conflict('draw_of_few', { least: fewestTold })) : allow;
}

const movable: readonly DrawState[] = ['preparada', 'detenida', 'lista'];

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

/** Whether a draw was committed to in public; what is in preparation only who runs it sees. */
export function isCommitted(draw: Pick<Draw, 'state'>): boolean {
  return draw.state === 'comprometida' || draw.state === 'sorteada';
}

/** Whether a lottery can be committed to: its proof is complete, and it was not before. */
export function mayCommit(draw: Pick<Draw, 'state'>): Verdict {
  if (draw.state === 'lista') return allow;
  return deny(conflict(isCommitted(draw) ? 'draw_committed' : 'draw_unproven'));
}

/**
 * What is wrong with the times of a commitment, by the name of the field. Nothing of the source may
 * be known before the commitment is closed: shares are closed an hour after it at least, and the
 * source comes when whoever keeps silent has already done so.
 */
export function wrongTimes(
  { at, sharesUntil, revealUntil }: Omit<Commitment, 'source'>,
  now: Date,
  startsAt: Date,
): Record<string, string> {
  const lead = drawLimits.leadMinutes * 60_000;
  const wrong: Record<string, string> = {};
  const bound = (field: string, time: Date, after: Date) => {
    if (time <= now) wrong[field] = 'draw_moment_past';
    else if (time.getTime() < after.getTime() + lead)
      wrong[field] = `draw_moment_soon|minutes=${drawLimits.leadMinutes}`;
  };
  bound('momento', at, now);
  if (at >= startsAt) wrong['momento'] = 'draw_moment_late';
  if (!sharesUntil || !revealUntil) return wrong;
  bound('aportes_hasta', sharesUntil, now);
  bound('revelar_hasta', revealUntil, sharesUntil);
  if (at < revealUntil) wrong['momento'] ??= 'draw_source_before_shares';
  return wrong;
}

/**
 * Whether the lottery itself is public, and not only its hash: from the commitment on, or where
 * people of the Circle add secrets, from when nobody can change one any more.
 */
export function isPublished(draw: Pick<Draw, 'state' | 'sharesUntil'>, now: Date): boolean {
  if (draw.state === 'sorteada') return true;
  return draw.state === 'comprometida' && (draw.sharesUntil === null || draw.sharesUntil <= now);
}

/**
 * Whether the source that was announced has come, and places are still to be given: when so many
 * gave up that there is room for all, everybody has one.
 */
export function mayHold(draw: Draw, meeting: Meeting, now: Date): Verdict {
  if (draw.state === 'sorteada' || !awaitsDraw(meeting)) return deny(conflict('draw_done'));
  if (draw.state !== 'comprometida') return deny(conflict('draw_unproven'));
  if (now < certain(draw.sourceAt)) return deny(conflict('draw_source_to_come'));
  return now < meeting.startsAt ? allow : deny(conflict('meeting_started'));
}

/** Whether enough people of the Circle committed to secrets, of both sectors. */
function areEnough(shares: Pick<DrawShare, 'sector'>[]): boolean {
  return (
    shares.length >= drawLimits.shares && new Set(shares.map(({ sector }) => sector)).size === 2
  );
}

/** Whether people of the Circle may still commit to a secret, or may reveal theirs. */
export function mayShare(draw: Draw, now: Date, act: ShareAct): Verdict {
  if (draw.state !== 'comprometida' || !draw.sharesUntil || !draw.revealUntil)
    return deny(conflict('draw_no_secrets'));
  if (act === 'commit')
    return now < draw.sharesUntil ? allow : deny(conflict('draw_secrets_closed'));
  if (now < draw.sharesUntil) return deny(conflict('draw_source_to_come'));
  if (now >= draw.revealUntil) return deny(conflict('draw_secrets_closed'));
  return areEnough(draw.shares) ? allow : deny(conflict('draw_shares_few'));
}

/**
 * What a seed is made of: the source and every secret, or the source alone, since nobody was asked
 * for secrets, too few committed to one, or somebody has not revealed theirs.
 */
export type SeedRule = 'with_shares' | 'no_shares' | 'too_few' | 'not_revealed';
export function seedRule(draw: {
  sharesUntil: Date | null;
  shares: Pick<DrawShare, 'sector' | 'secret'>[];
}): SeedRule {
  if (draw.sharesUntil === null) return 'no_shares';
  if (!areEnough(draw.shares)) return 'too_few';
  return draw.shares.every(({ secret }) => secret !== null) ? 'with_shares' : 'not_revealed';
}

/**
 * The text of which the seed is the SHA-256: what the source said, and where all are revealed the
 * secrets after it, a line each, in the order of their hashes.
 */
export function seedTextOf(
  line: string,
  draw: Parameters<typeof seedRule>[0] & { shares: Pick<DrawShare, 'commitment'>[] },
): string {
  if (seedRule(draw) !== 'with_shares') return line;
  const secrets = [...draw.shares]
    .sort((a, b) => byCodeUnits(a.commitment, b.commitment))
    .map(({ secret }) => certain(secret));
  return [line, ...secrets].join('\n');
}
