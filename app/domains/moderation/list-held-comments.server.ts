import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { findPersonalData } from '#app/platform/personal-data/find-personal-data.ts';
import { selectHeldComments } from './comment.store.server.ts';
import { canReadQueue, readScopes } from './policy.ts';

/** Comments that wait for a moderator, the oldest first, with what the detector marks in them. */
export async function listHeldComments(db: Db, actor: Actor) {
  authorize(canReadQueue(actor));
  const rows = await selectHeldComments(db, readScopes(actor), 30);
  return rows.map(({ authorId, ...row }) => ({
    ...row,
    own: authorId !== null && authorId === actor.personId,
    spans: findPersonalData(row.body),
  }));
}
