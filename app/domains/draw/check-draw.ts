import { drawPosition, panelAt, sha256Hex, type WeightedPanel } from './lottery.ts';
import { readSource } from './read-source.ts';
import { seedTextOf } from './rules.ts';
import type { PublicSource } from './source.ts';
import type { Draw, DrawShare } from './types.ts';

/** What was published of a draw, as it is checked: in the browser, or out of its record. */
export type CheckedDraw = Pick<
  Draw,
  | 'lotterySha256'
  | 'committedAt'
  | 'sourceAt'
  | 'sharesUntil'
  | 'revealUntil'
  | 'sourceProof'
  | 'seedText'
  | 'seed'
  | 'position'
  | 'panel'
> & {
  source: PublicSource | null;
  shares: Pick<DrawShare, 'sector' | 'commitment' | 'committedAt' | 'secret'>[];
};

/** What agrees: each true or false; nothing of a draw that was not held yet but `hash` and `times`. */
export type DrawCheck = { hash: boolean; times: boolean } & Partial<
  Record<'source' | 'shares' | 'text' | 'seed' | 'position' | 'panel', boolean>
>;

/** Whether what was said to come after something else does. */
function areInOrder(draw: CheckedDraw): boolean {
  const { committedAt, sharesUntil, revealUntil, sourceAt, shares } = draw;
  const steps = [committedAt, sharesUntil, revealUntil].filter((time) => time !== null);
  return (
    sourceAt !== null &&
    steps.every((time, index) => index === 0 || Number(steps[index - 1]) < Number(time)) &&
    steps.every((time) => time <= sourceAt) &&
    Number(committedAt) < Number(sourceAt) &&
    shares.every((share) => sharesUntil !== null && share.committedAt < sharesUntil)
  );
}

/** Whether the first line of a seed's text is what the source said, by its pattern or signature. */
async function isOfSource(draw: CheckedDraw, line: string): Promise<boolean> {
  if (!draw.source) return false;
  const typed = draw.source.form === 'drand' ? JSON.stringify(draw.sourceProof) : line;
  const said = await readSource(draw.source, typed);
  return 'line' in said && said.line === line;
}

/**
 * Checks a draw against what was committed to before it: the lottery by its hash, the source by its
 * pattern or signature, each secret by the hash given for it, the text of the seed out of these, and
 * the seed, the position and the panel out of that.
 */
export async function checkDraw(
  draw: CheckedDraw,
  lottery: { sha256: string; panels: readonly WeightedPanel[] },
): Promise<DrawCheck> {
  const hash = lottery.sha256 === draw.lotterySha256;
  const times = areInOrder(draw);
  if (draw.seedText === null || draw.seed === null) return { hash, times };
  const [line = ''] = draw.seedText.split('\n');
  const revealed = await Promise.all(
    draw.shares.map(
      async ({ secret, commitment }) => secret === null || (await sha256Hex(secret)) === commitment,
    ),
  );
  const seed = await sha256Hex(draw.seedText);
  const position = await drawPosition(seed, lottery.sha256);
  return {
    hash,
    times,
    source: await isOfSource(draw, line),
    shares: revealed.every(Boolean),
    text: seedTextOf(line, draw) === draw.seedText,
    seed: seed === draw.seed,
    position: position === draw.position,
    panel: JSON.stringify(panelAt(lottery.panels, position)) === JSON.stringify(draw.panel),
  };
}
