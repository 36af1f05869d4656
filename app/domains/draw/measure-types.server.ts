import { inTransaction } from '#app/platform/db/db.server.ts';
import { buildDrawPool } from './build-draw-pool.server.ts';
import { lockDraw, moveDraw } from './store.server.ts';

/**
 * Counts the types of people of a prepared draw, so that its page can say how long the lottery
 * takes. Safe to repeat.
 */
export async function measureTypes(drawId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const draw = await lockDraw(tx, { id: drawId });
    if (draw?.state !== 'midiendo') return;
    const { pool } = await buildDrawPool(tx, draw);
    await moveDraw(tx, draw.id, 'preparada', { types: pool.types.length });
  });
}
