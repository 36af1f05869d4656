import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { selectNeeds } from './need.store.server.ts';
import { goneStates } from './types.ts';
import type {
  Channel,
  RegistrationFile,
  RegistrationState,
  RegistrationView,
  RosterRow,
} from './types.ts';

export type NewRegistration = {
  id: string;
  meetingId: string;
  codeKey: string;
  certificateKey: string;
  /** SHA-256 of the person's word as it is given; null when they have none. */
  wordKey: string | null;
  state: RegistrationState;
  channel: Channel;
  name: string;
  email: string | null;
  phone: string | null;
  emailKey: string | null;
  phoneKey: string | null;
  documentKey: string | null;
  birthKey: string | null;
  personId: string | null;
  lang: 'es' | 'en';
  guardian: { name: string; contact: string } | null;
  overCapacity: boolean;
  /** Holds a place kept for the phone, paper and the door. */
  onReserved: boolean;
  recordedBy: string | null;
  at: Date;
  importKey?: string | null;
};

/** Writes a registration behind all others of its meeting, whose lock the caller holds. */
export async function insertRegistration(tx: Tx, row: NewRegistration): Promise<void> {
  await tx
    .insertInto('registration')
    .values((eb) => ({
      id: row.id,
      meeting_id: row.meetingId,
      code_key: row.codeKey,
      certificate_key: row.certificateKey,
      word_key: row.wordKey,
      state: row.state,
      channel: row.channel,
      name: row.name,
      email: row.email,
      phone: row.phone,
      email_key: row.emailKey,
      phone_key: row.phoneKey,
      document_key: row.documentKey,
      birth_key: row.birthKey,
      person_id: row.personId,
      lang: row.lang,
      is_minor: row.guardian !== null,
      guardian_name: row.guardian?.name ?? '',
      guardian_contact: row.guardian?.contact ?? '',
      minor_heard: row.guardian !== null,
      over_capacity: row.overCapacity,
      on_reserved: row.onReserved,
      recorded_by: row.recordedBy,
      created_at: row.at,
      import_key: row.importKey ?? null,
      place: eb
        .selectFrom('registration as r')
        .select((e) => sql<number>`coalesce(${e.fn.max('r.place')}, 0) + 1`.as('next'))
        .where('r.meeting_id', '=', row.meetingId),
    }))
    .execute();
}

const viewColumns = sql`
  r.id, r.meeting_id as "meetingId", r.state, r.channel, r.offered_until as "offeredUntil",
  r.created_at as "createdAt", r.person_id as "personId",
  case
    when r.state = 'en_espera' then (
      select count(*)::int
      from registration w
      where w.meeting_id = r.meeting_id and w.state = 'en_espera' and w.place <= r.place
    )
    end as turn,
  (
    select count(*)::int
    from registration_duplicate d
    where (d.registration_id = r.id or d.other_id = r.id) and d.outcome is null
  ) as duplicates
`;

function whereOf(by: { codeKey: string } | { certificateKey: string } | { id: string }) {
  if ('codeKey' in by) return sql`r.code_key = ${by.codeKey}`;
  if ('certificateKey' in by) return sql`r.certificate_key = ${by.certificateKey}`;
  return sql`r.id = ${by.id}::uuid`;
}

/** A registration by the hash of its code or of its certificate's, or by its id. */
export async function selectRegistration(
  db: Db,
  by: { codeKey: string } | { certificateKey: string } | { id: string },
): Promise<RegistrationView | null> {
  const where = whereOf(by);
  const { rows } =
    await sql<RegistrationView>`select ${viewColumns} from registration r where ${where}`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** The personal part of a registration. */
export async function selectFile(db: Db, id: string): Promise<RegistrationFile | null> {
  const row = await db
    .selectFrom('registration')
    .select(['id', 'name', 'email', 'phone', 'is_minor', 'guardian_name', 'guardian_contact'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const consents = await db
    .selectFrom('registration_consent')
    .select(['purpose', 'given_at', 'revoked_at', 'policy_version'])
    .where('registration_id', '=', id)
    .orderBy('purpose')
    .execute();
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    isMinor: row.is_minor,
    guardianName: row.guardian_name,
    guardianContact: row.guardian_contact,
    needs: (await selectNeeds(db, [id])).get(id) ?? [],
    consents: consents.map((consent) => ({
      purpose: consent.purpose,
      givenAt: consent.given_at,
      revokedAt: consent.revoked_at,
      policyVersion: consent.policy_version,
    })),
  };
}

/** The roster: name, contact, needs, in the order of arrival. */
export async function selectRoster(db: Db, meetingId: string): Promise<RosterRow[]> {
  const rows = await db
    .selectFrom('registration as r')
    .leftJoin('check_in as k', (join) =>
      join.onRef('k.registration_id', '=', 'r.id').on('k.undone_at', 'is', null),
    )
    .select([
      'r.id',
      'r.place',
      'r.state',
      'r.channel',
      'r.name',
      'r.email',
      'r.phone',
      'r.is_minor',
      'r.over_capacity',
      'r.created_at',
      'k.at as checked_in_at',
    ])
    .where('r.meeting_id', '=', meetingId)
    .where('r.state', 'not in', goneStates)
    .orderBy('r.place')
    .execute();
  const needs = await selectNeeds(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    state: row.state,
    channel: row.channel,
    name: row.name,
    email: row.email,
    phone: row.phone,
    isMinor: row.is_minor,
    overCapacity: row.over_capacity,
    needs: needs.get(row.id) ?? [],
    checkedInAt: row.checked_in_at,
    createdAt: row.created_at,
  }));
}

/** What this slice keeps of a person with an account, as their file names it. */
export async function selectOwnRegistrations(
  db: Db,
  personId: string,
): Promise<{ id: string; meetingId: string; title: string; startsAt: Date; state: string }[]> {
  return await db
    .selectFrom('registration as r')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select(['r.id', 'r.meeting_id as meetingId', 'm.title', 'm.starts_at as startsAt', 'r.state'])
    .where('r.person_id', '=', personId)
    .orderBy('m.starts_at', 'desc')
    .execute();
}

/** Moves a registration from one of some states to another; false when it was not there. */
export async function moveRegistration(
  tx: Tx,
  id: string,
  from: RegistrationState[],
  to: RegistrationState,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('registration')
    .set({
      state: to,
      offered_until: null,
      ...(to === 'cancelada' ? { cancelled_at: at, on_reserved: false } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function updatePersonal(
  tx: Tx,
  id: string,
  fields: {
    name: string;
    email: string | null;
    phone: string | null;
    emailKey: string | null;
    phoneKey: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('registration')
    .set((eb) => ({
      name: fields.name,
      // Another address may work.
      mail_returned_at: eb
        .case()
        .when('email_key', 'is not distinct from', fields.emailKey)
        .then(eb.ref('mail_returned_at'))
        .else(null)
        .end(),
      email: fields.email,
      phone: fields.phone,
      email_key: fields.emailKey,
      phone_key: fields.phoneKey,
    }))
    .where('id', '=', id)
    .execute();
}

export async function claimRegistration(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.updateTable('registration').set({ person_id: personId }).where('id', '=', id).execute();
}
