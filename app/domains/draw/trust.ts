import { seedRule } from './rules.ts';
import type { Draw } from './types.ts';

/**
 * What somebody could still do, or could have done, about the outcome of a draw: each is one
 * sentence of its page, true of this draw at this moment.
 */
export type TrustKey =
  | 'lottery'
  | 'drand_signed'
  | 'drand_league'
  | 'lottery_typed'
  | 'lottery_known'
  | 'lottery_rigged'
  | 'shares_none'
  | 'shares_open'
  | 'shares_silent'
  | 'shares_two'
  | 'shares_too_few'
  | 'shares_not_revealed'
  | 'shares_all'
  | 'runner'
  | 'operator';

type Trusted = Pick<
  Draw,
  'state' | 'source' | 'sourceAt' | 'sharesUntil' | 'revealUntil' | 'shares'
>;

/** What people of the Circle could still do with the secrets of a draw. */
function trustOfShares(draw: Trusted, now: Date): TrustKey[] {
  const { sharesUntil, revealUntil, source } = draw;
  if (sharesUntil === null || revealUntil === null) return ['shares_none'];
  // Who reveals last knows every secret: whoever then knew the source too would have a choice.
  const silent: TrustKey[] =
    source?.form === 'loteria' ? ['shares_silent', 'shares_two'] : ['shares_silent'];
  if (now < sharesUntil) return ['shares_open', ...silent];
  const rule = seedRule(draw);
  if (rule === 'too_few') return ['shares_too_few'];
  if (rule === 'with_shares') return ['shares_all'];
  return now < revealUntil ? silent : ['shares_not_revealed'];
}

/** Who could still influence what of a draw that was committed to. */
export function trustOf(draw: Trusted, now: Date): TrustKey[] {
  const ofSource: TrustKey[] =
    draw.source?.form === 'drand'
      ? ['drand_signed', 'drand_league']
      : ['lottery_typed', 'lottery_known', 'lottery_rigged'];
  const ofRunner: TrustKey[] = draw.state === 'sorteada' ? [] : ['runner'];
  return ['lottery', ...ofSource, ...trustOfShares(draw, now), ...ofRunner, 'operator'];
}
