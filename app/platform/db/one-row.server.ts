import type { RawBuilder } from 'kysely';
import type { Db } from './db.server.ts';

/** The row of a statement that always answers with one: counts without groups, an insert that returns. */
export async function oneRow<T>(db: Db, statement: RawBuilder<T>): Promise<T> {
  const {
    rows: [row],
  } = await statement.execute(db);
  if (!row) throw new Error('A statement that answers with one row answered with none.');
  return row;
}
