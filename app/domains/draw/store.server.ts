import { sql, type NotNull } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type {
  Draw,
  DrawProgress,
  DrawQuota,
  DrawRelaxation,
  DrawShare,
  DrawState,
  SourceKind,
} from './types.ts';

type Row = Omit<Draw, 'quotas' | 'shares'> & { quotas: DrawQuota[] };

/** Everything of a draw but the lottery itself. */
const columns = sql`
  d.id, d.meeting_id as "meetingId", d.state, d.size, d.people, d.types, d.progress, d.relaxation,
  d.failed, d.prepared_at as "preparedAt", d.lottery_sha256 as "lotterySha256", d.panels,
  d.smallest, d.rounding, d.committed_at as "committedAt", d.source_kind as "sourceKind", d.source,
  d.source_at as "sourceAt", d.source_until as "sourceUntil", d.seed_text as "seedText", d.seed,
  d.position, d.panel, d.waiting, d.drawn_at as "drawnAt",
  coalesce(
    (
      select json_agg(
        json_build_object(
          'variable', q.variable, 'value', q.value, 'min', q.min, 'max', q.max
        ) order by q.variable,
        q.value
      )
      from draw_quota q
      where q.draw_id = d.id
    ),
    '[]'
  ) as quotas
`;

async function selectShares(db: Db, drawId: string): Promise<DrawShare[]> {
  const rows = await db
    .selectFrom('draw_share')
    .select([
      'id',
      'name',
      'person_id as personId',
      'commitment',
      'committed_at as committedAt',
      'secret',
      'revealed_at as revealedAt',
    ])
    .where('draw_id', '=', drawId)
    .orderBy('committed_at')
    .orderBy('id')
    .execute();
  return rows;
}

/** The draw of a meeting, or by its own id; null when there is none. */
export async function selectDraw(
  db: Db,
  by: { meetingId: string } | { id: string },
): Promise<Draw | null> {
  const where = 'id' in by ? sql`d.id = ${by.id}::uuid` : sql`d.meeting_id = ${by.meetingId}::uuid`;
  const { rows } = await sql<Row>`select ${columns} from draw d where ${where}`.execute(db);
  return rows[0] ? { ...rows[0], shares: await selectShares(db, rows[0].id) } : null;
}

/**
 * The same, held until the transaction ends. The caller holds the meeting's lock, or takes no
 * other.
 */
export async function lockDraw(
  tx: Tx,
  by: { meetingId: string } | { id: string },
): Promise<Draw | null> {
  const where = 'id' in by ? sql`id = ${by.id}::uuid` : sql`meeting_id = ${by.meetingId}::uuid`;
  await sql`select 1 from draw where ${where} for update`.execute(tx);
  return await selectDraw(tx, by);
}

/** Draws of meetings that somebody can still add a secret to, or whose randomness is to come. */
export async function selectOpenDraws(
  db: Db,
): Promise<{ meetingId: string; title: string; sourceAt: Date; sourceUntil: Date | null }[]> {
  return await db
    .selectFrom('draw as d')
    .innerJoin('meeting as m', 'm.id', 'd.meeting_id')
    .select([
      'm.id as meetingId',
      'm.title',
      'd.source_at as sourceAt',
      'd.source_until as sourceUntil',
    ])
    .where('d.state', '=', 'comprometida')
    .where('d.source_kind', '=', 'circulo')
    .where('m.state', '=', 'publicado')
    .where('m.allotted_at', 'is', null)
    .orderBy('d.source_at')
    // Who committed to a lottery said when its randomness comes.
    .$narrowType<{ sourceAt: NotNull }>()
    .execute();
}

export type Entry = { registrationId: string; pseudonym: string; token: string };

/**
 * Writes a draw anew with who takes part; the earlier one of the meeting, which nobody committed
 * to, goes.
 */
export async function replaceDraw(
  tx: Tx,
  draw: {
    id: string;
    meetingId: string;
    size: number;
    preparedBy: string | null;
    at: Date;
    quotas: DrawQuota[];
    entries: Entry[];
  },
): Promise<void> {
  await tx.deleteFrom('draw').where('meeting_id', '=', draw.meetingId).execute();
  await tx
    .insertInto('draw')
    .values({
      id: draw.id,
      meeting_id: draw.meetingId,
      state: 'midiendo',
      size: draw.size,
      people: draw.entries.length,
      prepared_by: draw.preparedBy,
      prepared_at: draw.at,
    })
    .execute();
  if (draw.quotas.length > 0)
    await tx
      .insertInto('draw_quota')
      .values(draw.quotas.map((quota) => ({ draw_id: draw.id, ...quota })))
      .execute();
  const given = JSON.stringify(draw.entries);
  await sql`
    insert into draw_entry (registration_id, draw_id, pseudonym, token)
    select g."registrationId", ${draw.id}::uuid, g.pseudonym, g.token
    from jsonb_to_recordset(${given}::jsonb) as g("registrationId" uuid, pseudonym text, token text)
  `.execute(tx);
  await sql`
    insert into draw_token (draw_id, token)
    select draw_id, token
    from draw_entry
    where draw_id = ${draw.id}::uuid
  `.execute(tx);
}

/** Moves a draw on; what is left out stays. A lease ends with each step. */
export async function moveDraw(
  tx: Tx,
  id: string,
  state: DrawState,
  more: { failed?: boolean; types?: number } = {},
): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state,
      lease_by: null,
      lease_until: null,
      failed: more.failed ?? false,
      ...(more.types === undefined ? {} : { types: more.types }),
    })
    .where('id', '=', id)
    .execute();
}

/** Who is who in a draw: those whose link still stands. */
export async function selectEntries(db: Db, drawId: string): Promise<Entry[]> {
  return await db
    .selectFrom('draw_entry')
    .select(['registration_id as registrationId', 'pseudonym', 'token'])
    .where('draw_id', '=', drawId)
    .orderBy('pseudonym')
    .execute();
}

export async function selectTokens(db: Db, drawId: string): Promise<string[]> {
  return (
    await db.selectFrom('draw_token').select('token').where('draw_id', '=', drawId).execute()
  ).map((row) => row.token);
}

/** The names of one registration in a draw that was committed to. */
export async function selectNames(
  db: Db,
  registrationId: string,
): Promise<{ pseudonym: string; token: string; state: DrawState } | null> {
  const row = await db
    .selectFrom('draw_entry as e')
    .innerJoin('draw as d', 'd.id', 'e.draw_id')
    .select(['e.pseudonym', 'e.token', 'd.state'])
    .where('e.registration_id', '=', registrationId)
    .where('d.state', 'in', ['comprometida', 'sorteada'])
    .executeTakeFirst();
  return row ?? null;
}

/** Names of a person with an account, for their file. */
export async function selectNamesOf(
  db: Db,
  personId: string,
): Promise<{ title: string; pseudonym: string; token: string }[]> {
  return await db
    .selectFrom('draw_entry as e')
    .innerJoin('registration as r', 'r.id', 'e.registration_id')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select(['m.title', 'e.pseudonym', 'e.token'])
    .where('r.person_id', '=', personId)
    .orderBy('m.starts_at')
    .execute();
}

/** What somebody of the Circle added to seeds. */
export async function selectSharesOf(
  db: Db,
  personId: string,
): Promise<{ title: string; commitment: string; committedAt: Date; revealedAt: Date | null }[]> {
  return await db
    .selectFrom('draw_share as s')
    .innerJoin('draw as d', 'd.id', 's.draw_id')
    .innerJoin('meeting as m', 'm.id', 'd.meeting_id')
    .select([
      'm.title',
      's.commitment',
      's.committed_at as committedAt',
      's.revealed_at as revealedAt',
    ])
    .where('s.person_id', '=', personId)
    .orderBy('s.committed_at')
    .execute();
}

/** A person who leaves: their name in the seed of a draw goes, what it is made of stays. */
export async function detachPerson(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('draw_share')
    .set({ person_id: null, name: '' })
    .where('person_id', '=', personId)
    .execute();
  await tx
    .updateTable('draw')
    .set({ prepared_by: null })
    .where('prepared_by', '=', personId)
    .execute();
  await tx
    .updateTable('draw')
    .set({ committed_by: null })
    .where('committed_by', '=', personId)
    .execute();
  await tx.updateTable('draw').set({ drawn_by: null }).where('drawn_by', '=', personId).execute();
  await sql`
    delete from draw_entry e using registration r
    where r.id = e.registration_id and r.person_id = ${personId}::uuid
  `.execute(tx);
}

/**
 * Takes away who was who where the registration itself was emptied; says how many of which meeting.
 */
export async function deletePurgedEntries(tx: Tx): Promise<{ meetingId: string; count: number }[]> {
  const { rows } = await sql<{ meetingId: string; count: number }>`
    with gone as (
      delete from draw_entry e using registration r
      where r.id = e.registration_id and r.purged_at is not null
      returning r.meeting_id
    )
    select meeting_id as "meetingId", count(*)::int as count
    from gone
    group by 1
    order by 1
  `.execute(tx);
  return rows;
}

// What the worker does.

/**
 * How long a worker holds a calculation without renewing it, in the database's own time: the
 * application's clock can be moved.
 */
const lease = sql`clock_timestamp() + interval '20 seconds'`;

/** Draws on which no worker is at work although they should be. */
export async function selectIdleDraws(db: Db): Promise<{ id: string; state: DrawState }[]> {
  const { rows } = await sql<{
    id: string;
    state: DrawState;
  }>`
    select id, state
    from draw
    where state in ('midiendo', 'calculando')
      and (lease_until is null or lease_until < clock_timestamp())
    order by prepared_at
  `.execute(db);
  return rows;
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

/** Renews it and writes how far it has come; false when it was stopped or lost. */
export async function renewLease(
  db: Db,
  drawId: string,
  by: string,
  progress: DrawProgress | null,
): Promise<boolean> {
  const said = progress === null ? sql`progress` : sql`${JSON.stringify(progress)}::jsonb`;
  const { rows } = await sql`
    update draw
    set lease_until = ${lease}, progress = ${said}
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

export async function writeRelaxation(
  tx: Tx,
  drawId: string,
  relaxation: DrawRelaxation,
): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      relaxation: JSON.stringify(relaxation),
      lease_by: null,
      lease_until: null,
      state: 'imposible',
    })
    .where('id', '=', drawId)
    .execute();
}

export type ProvenLottery = {
  text: string;
  sha256: string;
  panels: number;
  smallest: number;
  rounding: number;
  types: number;
};

export async function writeLottery(tx: Tx, drawId: string, lottery: ProvenLottery): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state: 'lista',
      lottery: lottery.text,
      lottery_sha256: lottery.sha256,
      panels: lottery.panels,
      smallest: lottery.smallest,
      rounding: lottery.rounding,
      types: lottery.types,
      progress: null,
      lease_by: null,
      lease_until: null,
      failed: false,
    })
    .where('id', '=', drawId)
    .execute();
}

export async function selectLottery(db: Db, drawId: string): Promise<string | null> {
  return (
    (await db.selectFrom('draw').select('lottery').where('id', '=', drawId).executeTakeFirst())
      ?.lottery ?? null
  );
}

// The commitment and the draw.

export async function writeCommitment(
  tx: Tx,
  drawId: string,
  commitment: {
    kind: SourceKind;
    source: string;
    at: Date;
    until: Date | null;
    by: string | null;
    now: Date;
  },
): Promise<void> {
  await tx.deleteFrom('draw_share').where('draw_id', '=', drawId).execute();
  await tx
    .updateTable('draw')
    .set({
      state: 'comprometida',
      source_kind: commitment.kind,
      source: commitment.source,
      source_at: commitment.at,
      source_until: commitment.until,
      committed_by: commitment.by,
      committed_at: commitment.now,
    })
    .where('id', '=', drawId)
    .execute();
}

/** Keeps the hash of a secret; one that was given before is changed. */
export async function upsertShare(
  tx: Tx,
  share: {
    id: string;
    drawId: string;
    personId: string;
    name: string;
    commitment: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('draw_share')
    .values({
      id: share.id,
      draw_id: share.drawId,
      person_id: share.personId,
      name: share.name,
      commitment: share.commitment,
      committed_at: share.at,
    })
    .onConflict((oc) =>
      oc
        .constraint('draw_share_once')
        .doUpdateSet({ commitment: share.commitment, committed_at: share.at }),
    )
    .execute();
}

export async function revealShare(tx: Tx, id: string, secret: string, at: Date): Promise<void> {
  await tx
    .updateTable('draw_share')
    .set({ secret, revealed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function writeDraw(
  tx: Tx,
  drawId: string,
  drawn: {
    seedText: string;
    seed: string;
    position: number;
    panel: string[];
    waiting: string[];
    by: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('draw')
    .set({
      state: 'sorteada',
      seed_text: drawn.seedText,
      seed: drawn.seed,
      position: drawn.position,
      panel: drawn.panel,
      waiting: drawn.waiting,
      drawn_by: drawn.by,
      drawn_at: drawn.at,
    })
    .where('id', '=', drawId)
    .execute();
}
