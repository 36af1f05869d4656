import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** How much of a file one row holds. */
const chunkSize = 1_048_576;

/**
 * Writes a file under the hash of its content; one that is here already stays. Either way its row is held until the
 * transaction ends, so that nobody removes it before the caller refers to it.
 */
export async function insertFile(
  tx: Tx,
  file: { sha256: string; type: string; bytes: Buffer; at: Date },
): Promise<void> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into file (sha256, size, type, created_at)
    values (${file.sha256}, ${file.bytes.length}, ${file.type}, ${file.at})
    on conflict (sha256) do update
    set size = file.size
    returning (xmax = 0) as "isNew"
  `.execute(tx);
  if (!first(rows).isNew) return;
  for (let position = 0; position * chunkSize < file.bytes.length; position += 1) {
    const bytes = file.bytes.subarray(position * chunkSize, (position + 1) * chunkSize);
    await tx.insertInto('file_chunk').values({ sha256: file.sha256, position, bytes }).execute();
  }
}

/** What is known of a file without its content. */
export async function selectFileFacts(
  db: Db,
  sha256: string,
): Promise<{ type: string; size: number } | null> {
  return (
    (await db
      .selectFrom('file')
      .select(['type', 'size'])
      .where('sha256', '=', sha256)
      .executeTakeFirst()) ?? null
  );
}

/** The content of a file, put together again. */
export async function selectBytes(db: Db, sha256: string): Promise<Buffer> {
  const rows = await db
    .selectFrom('file_chunk')
    .select('bytes')
    .where('sha256', '=', sha256)
    .orderBy('position')
    .execute();
  return Buffer.concat(rows.map((row) => row.bytes));
}

/** Another row refers to it: PostgreSQL says so in one way since version 18 (23001), in another before. */
function isStillUsed(error: unknown): boolean {
  return ['23001', '23503'].includes((error as { code?: string }).code ?? '');
}

/** Deletes a file that nothing refers to any more; false when something does. */
export async function deleteUnused(tx: Tx, sha256: string): Promise<boolean> {
  await sql`savepoint unused_file`.execute(tx);
  try {
    await tx.deleteFrom('file').where('sha256', '=', sha256).execute();
    await sql`release savepoint unused_file`.execute(tx);
    return true;
  } catch (error) {
    if (!isStillUsed(error)) throw error;
    await sql`rollback to savepoint unused_file`.execute(tx);
    return false;
  }
}
