import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

const emptied = sql`
  name = '', email = null, phone = null, body = '', person_id = null, erased_at = coalesce(erased_at, at.at)
`;

/** Empties letters that were settled before a moment; says how many. */
export async function emptySettled(tx: Tx, before: Date, at: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with at as (select ${at}::timestamptz as at)
    update letter l
    set ${emptied}
    from at
    where l.settled_at < ${before} and l.erased_at is null
    returning l.id
  `.execute(tx);
  await emptySteps(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** Empties the letters of an account that is closed: what waited is closed, since nobody can be answered. */
export async function emptyOf(tx: Tx, personId: string, at: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with at as (select ${at}::timestamptz as at)
    update letter l
    set ${emptied},
      state = case when l.settled_at is null then 'cerrada' else l.state end,
      settled_at = coalesce(l.settled_at, at.at)
    from at
    where l.person_id = ${personId}::uuid
    returning l.id
  `.execute(tx);
  await emptySteps(
    tx,
    rows.map(({ id }) => id),
  );
}

async function emptySteps(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('letter_step').set({ body: '' }).where('letter_id', 'in', ids).execute();
  await tx.deleteFrom('letter_call').where('letter_id', 'in', ids).execute();
}

/** What a person did with others' letters stays without their name. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ handler_id: null })
    .where('handler_id', '=', personId)
    .execute();
  await tx.updateTable('letter_step').set({ by_id: null }).where('by_id', '=', personId).execute();
  await tx
    .updateTable('letter_call')
    .set({ settled_by: null })
    .where('settled_by', '=', personId)
    .execute();
}

/** What a person wrote and was answered, for their own file. */
export async function selectLettersOf(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select l.year as anio, l.number as numero, l.kind as tipo, l.claim as pide, l.name as nombre,
      l.email as correo, l.phone as telefono, l.body as texto, l.state as estado, l.sent_at as enviada_en,
      l.due_at as vence, l.settled_at as terminada_en,
      (
        select coalesce(
          jsonb_agg(
            jsonb_build_object('paso', s.kind, 'texto', s.body, 'fecha', s.at) order by s.at, s.id
          ),
          '[]'
        )
        from letter_step s
        where s.letter_id = l.id
      ) as pasos
    from letter l
    where l.person_id = ${personId}::uuid
    order by l.sent_at
  `.execute(db);
  return rows;
}

/** What a person did with others' letters: which act and when, since the words are the others'. */
export async function selectStepsBy(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('letter_step')
    .select(['kind as paso', 'at as fecha'])
    .where('by_id', '=', personId)
    .orderBy('at')
    .execute();
}
