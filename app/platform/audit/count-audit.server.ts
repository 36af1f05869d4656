import type { Db } from '#app/platform/db/db.server.ts';

/** How many acts stand in public, and when the last of them was. */
export async function countPublicAudit(
  db: Db,
): Promise<{ entries: number; lastAt: Date | null; lastId: string | null }> {
  const counted = await db
    .selectFrom('audit_entry')
    .where('is_public', '=', true)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const last = await db
    .selectFrom('audit_entry')
    .where('is_public', '=', true)
    .select(['id', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { entries: Number(counted.n), lastAt: last?.at ?? null, lastId: last?.id ?? null };
}
