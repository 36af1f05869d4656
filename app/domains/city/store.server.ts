import type { Updateable } from 'kysely';
import type { City } from '#db/schema.d.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** Takes the city's row until the transaction ends. */
export async function lockCity(tx: Tx) {
  return await tx.selectFrom('city').selectAll().forUpdate().executeTakeFirstOrThrow();
}

export async function updateCity(db: Db, change: Updateable<City>): Promise<void> {
  await db.updateTable('city').set(change).execute();
}
