import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { selectSeal, selectSealed, selectSeals, type Seal } from './seal.store.server.ts';

/** One hiding of parts of an idea, without what it hid. */
export async function getSeal(db: Db, id: string | undefined): Promise<Seal> {
  const seal = isId(id) ? await selectSeal(db, id) : null;
  if (!seal) throw notFound('page_not_found');
  return seal;
}

/** What is hidden in an idea now: when and why, for everybody. */
export async function listSeals(
  db: Db,
  ideaId: string,
): Promise<{ id: string; explanation: string; sealedAt: Date }[]> {
  return (await selectSeals(db, ideaId)).map(({ id, explanation, sealedAt }) => ({
    id,
    explanation,
    sealedAt,
  }));
}

/** What the texts said before; the caller checks who reads it and leaves an audit row. */
export async function openSeal(tx: Tx, seal: Pick<Seal, 'id' | 'ideaId'>): Promise<string[]> {
  const kept = (await selectSealed(tx, seal.ideaId)).find(({ id }) => id === seal.id);
  return (kept?.texts ?? []).map(({ was }) => was);
}
