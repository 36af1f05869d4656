import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type {
  InviteAnswer,
  InviteChannel,
  Invitation,
  Organisation,
  OrganisationCount,
} from './types.ts';

type Row = {
  id: string;
  name: string;
  kind: string;
  locality_code: string | null;
  locality_name: string | null;
  contact: string;
};

const columns = sql`o.id, o.name, o.kind, o.locality_code, l.name as locality_name, o.contact`;

function organisationOf(row: Row): Organisation {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    locality: row.locality_code
      ? { code: row.locality_code, name: row.locality_name ?? row.locality_code }
      : null,
    contact: row.contact,
  };
}

/**
 * Groups that were not merged into another, by name; those whose name looks like the words first,
 * when there are some.
 */
export async function selectOrganisations(db: Db, search?: string): Promise<Organisation[]> {
  const wanted = search
    ? sql`
      and (
        normalized(o.name) like '%' || replace(
          replace(normalized(${search}), '%', ''), '_', ''
        ) || '%'
        or similarity(normalized(o.name), normalized(${search})) >= 0.3
      )
    `
    : sql``;
  const order = search
    ? sql`similarity(normalized(o.name), normalized(${search})) desc, o.name, o.id`
    : sql`normalized(o.name), o.id`;
  const { rows } = await sql<Row>`
    select ${columns}
    from organisation o
      left join locality l on l.code = o.locality_code
    where o.merged_into is null ${wanted}
    order by ${order}
    limit 1000
  `.execute(db);
  return rows.map(organisationOf);
}

/** Holds groups until the transaction ends, in one order for everybody; what was merged, or never was, is missing. */
export async function lockOrganisations(tx: Tx, ids: string[]): Promise<Organisation[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from organisation o
      left join locality l on l.code = o.locality_code
    where o.id = any(${ids}::uuid[]) and o.merged_into is null
    order by o.id
    for update of o
  `.execute(tx);
  return rows.map(organisationOf);
}

type Fields = { name: string; kind: string; localityCode: string | null; contact: string };

export async function insertOrganisation(
  tx: Tx,
  row: Fields & { id: string; createdBy: string | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({
      id: row.id,
      name: row.name,
      kind: row.kind,
      locality_code: row.localityCode,
      contact: row.contact,
      created_by: row.createdBy,
      created_at: row.at,
    })
    .execute();
}

export async function updateOrganisation(tx: Tx, id: string, fields: Fields): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({
      name: fields.name,
      kind: fields.kind,
      locality_code: fields.localityCode,
      contact: fields.contact,
    })
    .where('id', '=', id)
    .execute();
}

/**
 * One group goes into another with its invitations and the names that stand for it; where both were
 * invited to a meeting, the fuller answer stays.
 */
export async function mergeInto(tx: Tx, from: string, into: string): Promise<void> {
  await sql`
    update invitation kept
    set answer = coalesce(kept.answer, gone.answer),
      answered_at = coalesce(kept.answered_at, gone.answered_at),
      announced = greatest(kept.announced, gone.announced), came = greatest(kept.came, gone.came)
    from invitation gone
    where kept.organisation_id = ${into}::uuid
      and gone.organisation_id = ${from}::uuid
      and kept.meeting_id = gone.meeting_id
  `.execute(tx);
  await sql`
    delete from invitation gone using invitation kept
    where gone.organisation_id = ${from}::uuid
      and kept.organisation_id = ${into}::uuid
      and kept.meeting_id = gone.meeting_id
  `.execute(tx);
  await tx
    .updateTable('invitation')
    .set({ organisation_id: into })
    .where('organisation_id', '=', from)
    .execute();
  await tx
    .updateTable('organisation_mention')
    .set({ organisation_id: into })
    .where('organisation_id', '=', from)
    .execute();
  // What was merged before into the one that goes follows it, so that no chain arises.
  await tx
    .updateTable('organisation')
    .set({ merged_into: into })
    .where((eb) => eb.or([eb('id', '=', from), eb('merged_into', '=', from)]))
    .execute();
}

/** Invites a group once; false when it already was. */
export async function insertInvitation(
  tx: Tx,
  row: {
    meetingId: string;
    organisationId: string;
    channel: InviteChannel;
    invitedBy: string | null;
    at: Date;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('invitation')
    .values({
      meeting_id: row.meetingId,
      organisation_id: row.organisationId,
      channel: row.channel,
      invited_by: row.invitedBy,
      invited_at: row.at,
    })
    .onConflict((oc) => oc.columns(['meeting_id', 'organisation_id']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Notes what a group answered; false when it was never invited. */
export async function updateInvitation(
  tx: Tx,
  meetingId: string,
  organisationId: string,
  note: { answer: InviteAnswer | null; announced: number | null; came: number | null; at: Date },
): Promise<boolean> {
  const result = await sql`
    update invitation
    set answered_at = case
      when ${note.answer}::text is null then null
      when answer is not distinct from ${note.answer} then answered_at
      else ${note.at}::timestamptz
      end,
      answer = ${note.answer}, announced = ${note.announced}::int, came = ${note.came}::int
    where meeting_id = ${meetingId}::uuid and organisation_id = ${organisationId}::uuid
  `.execute(tx);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Groups invited to a meeting, by name. */
export async function selectInvitations(db: Db, meetingId: string): Promise<Invitation[]> {
  const { rows } = await sql<
    Row & {
      channel: InviteChannel;
      invited_by: string | null;
      invited_at: Date;
      answer: InviteAnswer | null;
      answered_at: Date | null;
      announced: number | null;
      came: number | null;
    }
  >`
    select ${columns}, i.channel, p.name as invited_by, i.invited_at, i.answer, i.answered_at,
      i.announced, i.came
    from invitation i
      join organisation o on o.id = i.organisation_id
      left join locality l on l.code = o.locality_code
      left join person p on p.id = i.invited_by
    where i.meeting_id = ${meetingId}::uuid
    order by normalized(o.name), o.id
  `.execute(db);
  return rows.map((row) => ({
    organisation: organisationOf(row),
    channel: row.channel,
    invitedBy: row.invited_by,
    invitedAt: row.invited_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    announced: row.announced,
    came: row.came,
  }));
}

/**
 * Distinct groups of meetings of the active plan that were not cancelled, invited or named by who
 * came; who was merged into another counts as that one.
 */
export async function countGroups(db: Db): Promise<OrganisationCount> {
  const { rows } = await sql<OrganisationCount>`
    with held as (
      select coalesce(o.merged_into, o.id) as id, i.came
      from invitation i
        join organisation o on o.id = i.organisation_id
        join meeting m on m.id = i.meeting_id and m.state in ('publicado', 'con_acta')
        join plan on plan.id = m.plan_id and plan.state = 'active'
    ),
    named as (
      select w.organisation_id as id
      from organisation_mention w
        join meeting m on m.id = w.meeting_id and m.state in ('publicado', 'con_acta')
        join plan on plan.id = m.plan_id and plan.state = 'active'
      where w.organisation_id is not null
    )
    select (select count(*)::int from organisation where merged_into is null) as known,
      (select count(distinct id)::int from held) as invited,
      (
        select count(*)::int
        from (select id from held where came > 0 union select id from named) g
      ) as "tookPart"
  `.execute(db);
  return first(rows);
}

/** Who added, invited, settled or set a goal is no longer named there. */
export async function detachStaff(tx: Tx, personId: string): Promise<void> {
  await sql`
    with a as (update organisation set created_by = null where created_by = ${personId}),
    b as (update invitation set invited_by = null where invited_by = ${personId}),
    c as (update organisation_mention set settled_by = null where settled_by = ${personId})
    update participation_goal
    set created_by = null
    where created_by = ${personId}
  `.execute(tx);
}
