import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { isInTerm } from './rules.ts';
import type { MemberAtTable, MemberView, Sector } from './types.ts';
import { bySector } from './store.server.ts';

/** The member behind a person, and whether they sit on a commission on a civil date. */
export async function selectMemberAt(
  db: Db,
  personId: string,
  commitmentId: string,
  day: string,
): Promise<MemberAtTable | null> {
  const row = await db
    .selectFrom('circle_member as m')
    .leftJoin('commission_member as cm', (join) =>
      join.onRef('cm.member_id', '=', 'm.id').on('cm.commitment_id', '=', commitmentId),
    )
    .select(['m.id', 'm.sector', 'm.starts_on', 'm.ends_on', 'cm.member_id'])
    .where('m.person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const term = { startsOn: row.starts_on, endsOn: row.ends_on };
  return {
    memberId: row.id,
    sector: row.sector,
    sitsHere: row.member_id !== null && isInTerm(term, day),
  };
}

/** The commitments whose commission a person sits on, on a civil date. */
export async function selectCommissionsOf(
  db: Db,
  personId: string,
  day: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('circle_member as m')
    .innerJoin('commission_member as cm', 'cm.member_id', 'm.id')
    .select('cm.commitment_id')
    .where('m.person_id', '=', personId)
    .where('m.starts_on', '<=', day)
    .where((eb) => eb.or([eb('m.ends_on', 'is', null), eb('m.ends_on', '>=', day)]))
    .execute();
  return rows.map((row) => row.commitment_id);
}

/** The Circle on a civil date (or everybody ever seated), with the commissions of the active plan. */
export async function selectMembers(
  db: Db,
  locale: Locale,
  day: string | null,
): Promise<MemberView[]> {
  let query = db
    .selectFrom('circle_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.sector', 'm.organisation', 'm.starts_on', 'm.ends_on'])
    .select((eb) =>
      eb.case().when('p.erased_at', 'is', null).then(eb.ref('p.name')).end().as('name'),
    )
    .orderBy(bySector)
    .orderBy('p.name')
    .orderBy('m.id');
  if (day)
    query = query
      .where('p.erased_at', 'is', null)
      .where('m.starts_on', '<=', day)
      .where((eb) => eb.or([eb('m.ends_on', 'is', null), eb('m.ends_on', '>=', day)]));
  const members = await query.execute();
  if (members.length === 0) return [];
  const seats = await db
    .selectFrom('commission_member as cm')
    .innerJoin('commitment as c', 'c.id', 'cm.commitment_id')
    .innerJoin('plan', 'plan.id', 'c.plan_id')
    .select(['cm.member_id', 'c.id', 'c.slug', 'c.number', `c.short_title_${locale} as shortTitle`])
    .where('plan.state', '=', 'active')
    .orderBy('c.number')
    .execute();
  return members.map((row) => ({
    id: row.id,
    name: row.name,
    sector: row.sector,
    organisation: row.organisation,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    commissions: seats
      .filter((seat) => seat.member_id === row.id)
      .map(({ id, slug, number, shortTitle }) => ({ id, slug, number, shortTitle })),
  }));
}

export type SeatRow = {
  id: string;
  personId: string;
  sector: Sector;
  organisation: string;
  startsOn: string;
  endsOn: string | null;
  commitmentIds: string[];
};

/** Seats a person, or gives their seat a new term, sector and commissions. */
export async function upsertMember(tx: Tx, seat: SeatRow): Promise<string> {
  const values = {
    sector: seat.sector,
    organisation: seat.organisation,
    starts_on: seat.startsOn,
    ends_on: seat.endsOn,
  };
  const { id } = await tx
    .insertInto('circle_member')
    .values({ id: seat.id, person_id: seat.personId, ...values })
    .onConflict((oc) => oc.constraint('circle_member_person_key').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('commission_member').where('member_id', '=', id).execute();
  if (seat.commitmentIds.length > 0)
    await tx
      .insertInto('commission_member')
      .values(seat.commitmentIds.map((commitment_id) => ({ commitment_id, member_id: id })))
      .execute();
  return id;
}

/** The person with this address who can be seated, or nothing. */
export async function selectPersonId(db: Db, address: string): Promise<string | null> {
  return (
    (
      await db
        .selectFrom('person')
        .select('id')
        .where('email', '=', address)
        .where('erased_at', 'is', null)
        .executeTakeFirst()
    )?.id ?? null
  );
}

/** Ids of commitments of the active plan by slug. */
export async function selectCommitmentIds(db: Db, slugs: string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .selectFrom('commitment as c')
    .innerJoin('plan', 'plan.id', 'c.plan_id')
    .select('c.id')
    .where('plan.state', '=', 'active')
    .where('c.slug', 'in', slugs)
    .execute();
  return rows.map((row) => row.id);
}

/** A person's seat, notes and votes, for their own data. */
export async function selectOwnSeat(db: Db, personId: string) {
  const member = await db
    .selectFrom('circle_member')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!member) return null;
  const [notes, votes, attendance] = await Promise.all([
    db
      .selectFrom('deliberation_note')
      .select(['proposal_id as propuesta', 'body as texto', 'created_at as creada_en'])
      .where('member_id', '=', member.id)
      .orderBy('created_at')
      .execute(),
    db
      .selectFrom('circle_vote')
      .select(['proposal_id as propuesta', 'vote as voto', 'cast_at as emitido_en'])
      .where('member_id', '=', member.id)
      .orderBy('cast_at')
      .execute(),
    db
      .selectFrom('attendance')
      .select(['proposal_id as propuesta', 'present as presente', 'recorded_at as registrada_en'])
      .where('member_id', '=', member.id)
      .orderBy('recorded_at')
      .execute(),
  ]);
  return {
    sector: member.sector,
    organizacion: member.organisation,
    desde: member.starts_on,
    hasta: member.ends_on,
    notas: notes,
    votos: votes,
    asistencias: attendance,
  };
}

/** A person who leaves gives up the seat and the organisation's name; votes and notes stay without a name. */
export async function vacateSeat(tx: Tx, personId: string, day: string): Promise<void> {
  const member = await tx
    .updateTable('circle_member')
    .set({ organisation: '', ends_on: day })
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  if (member) await tx.deleteFrom('commission_member').where('member_id', '=', member.id).execute();
}
