import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import {
  lockCommentRow,
  selectDecided,
  selectSealedBody,
  type DecidedComment,
} from './decided.store.server.ts';

/** A comment with what was decided on it; callers ask who may see it. */
export async function getDecidedComment(db: Db, id: string | undefined): Promise<DecidedComment> {
  const comment = isId(id) ? await selectDecided(db, id) : null;
  if (!comment) throw notFound('page_not_found');
  return comment;
}

/** The same, locked for the rest of the transaction and as it now is. */
export async function lockDecidedComment(tx: Tx, id: string): Promise<DecidedComment> {
  await lockCommentRow(tx, id);
  return await getDecidedComment(tx, id);
}

/** What it said before a part was hidden; the caller checks who reads it and leaves an audit row. */
export async function openSealedComment(tx: Tx, id: string): Promise<string[]> {
  const body = await selectSealedBody(tx, id);
  return body ? [body] : [];
}
