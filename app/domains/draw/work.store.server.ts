import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

// What the worker does.

/**
 * How long a worker holds a calculation without renewing it, in the database's own time: the
 * application's clock can be moved.
 */
const lease = sql`clock_timestamp() + interval '20 seconds'`;

/** Draws on which no worker is at work although they should be. */
export async function selectIdleDraws(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id
    from draw
    where state = 'calculando'
      and (lease_until is null or lease_until < clock_timestamp())
    order by prepared_at
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes a calculation that nobody holds; false when somebody does or it is to be done no more. */
export async function takeLease(db: Db, drawId: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    update draw
    set lease_by = ${by}::uuid, lease_until = ${lease}
    where id = ${drawId}::uuid
      and state = 'calculando'
      and (lease_until is null or lease_until < clock_timestamp())
    returning id
  `.execute(db);
  return rows.length > 0;
}

/** Renews it; false when it was stopped or lost. */
export async function renewLease(db: Db, drawId: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    update draw
    set lease_until = ${lease}
    where id = ${drawId}::uuid and state = 'calculando' and lease_by = ${by}::uuid
    returning id
  `.execute(db);
  return rows.length > 0;
}

/** Holds a calculation that is this worker's, to end it. */
export async function lockLeased(tx: Tx, drawId: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    select 1
    from draw
    where id = ${drawId}::uuid and state = 'calculando' and lease_by = ${by}::uuid
    for update
  `.execute(tx);
  return rows.length > 0;
}

/** Where an earlier run of the same pool stood. */
export async function selectWork(
  db: Db,
  drawId: string,
  poolSha256: string,
): Promise<string | null> {
  const { rows } = await sql<{
    state: string;
  }>`
    select state
    from declared.draw_work
    where draw_id = ${drawId}::uuid and pool_sha256 = ${poolSha256}
  `.execute(db);
  return rows[0]?.state ?? null;
}

/** Keeps where a run stands; nothing when the draw was prepared anew meanwhile. */
export async function saveWork(
  db: Db,
  drawId: string,
  poolSha256: string,
  state: string,
): Promise<void> {
  await sql`
    insert into declared.draw_work (draw_id, pool_sha256, state, saved_at)
    select id, ${poolSha256}, ${state}, clock_timestamp()
    from draw
    where id = ${drawId}::uuid
    on conflict (draw_id) do update
    set pool_sha256 = excluded.pool_sha256, state = excluded.state, saved_at = excluded.saved_at
  `.execute(db);
}

export async function deleteWork(tx: Tx, drawId: string): Promise<void> {
  await sql`delete from declared.draw_work where draw_id = ${drawId}::uuid`.execute(tx);
}
