import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { allotPlaces } from '#app/domains/registration/allot-places.server.ts';
import { readSource } from './read-source.ts';
import { mayHold, seedRule, seedTextOf } from './rules.ts';
import { selectEntries, selectTokens } from './entry.store.server.ts';
import { selectLottery, writeDraw } from './store.server.ts';
import { drawPosition, panelAt, sha256Hex, waitingOrder } from './lottery.ts';
import { readLottery } from './read-lottery.ts';
import { holdDrawOf } from './run-calculation.server.ts';

/**
 * Draws: the seed is the SHA-256 of what the public source said, in the one text that it has, and
 * of the secrets of the Circle where all were revealed. The panel gets the places; who is gone
 * meanwhile is replaced by the first of the waiting list, whose order the same seed gives.
 */
export async function holdDraw(
  actor: Actor,
  meetingId: string | undefined,
  typed: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { meeting, draw } = await holdDrawOf(tx, actor, meetingId);
    authorize(mayHold(draw, meeting, now()));
    const said = await readSource(certain(draw.source), typed);
    if ('reason' in said) throw fieldErrors({ resultado: said.reason });
    const seedText = seedTextOf(said.line, draw);
    const seed = await sha256Hex(seedText);
    const hash = certain(draw.lotterySha256);
    const position = await drawPosition(seed, hash);
    const lottery = certain(readLottery(certain(await selectLottery(tx, draw.id))));
    const panel = panelAt(lottery, position);
    const waiting = await waitingOrder(await selectTokens(tx, draw.id), seed, hash);
    await writeDraw(tx, draw.id, {
      proof: said.proof,
      seedText,
      seed,
      position,
      panel,
      waiting,
      by: actor.personId,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'draw.draw-held',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { drawId: draw.id, seedText, seed, position, made: seedRule(draw) },
    });

    const entries = await selectEntries(tx, draw.id);
    const byToken = new Map(entries.map((entry) => [entry.token, entry]));
    const drawn = new Set(panel);
    // In the order of the tokens throughout: in another, the list of people would tell which name
    // of the lottery is whose.
    const order = waiting.flatMap((token) => byToken.get(token) ?? []);
    const seats = [
      ...order.filter(({ pseudonym }) => drawn.has(pseudonym)),
      ...order.filter(({ pseudonym }) => !drawn.has(pseudonym)),
    ];
    await allotPlaces(
      tx,
      actor,
      meeting,
      seats.map(({ registrationId }) => registrationId),
    );
  });
}
