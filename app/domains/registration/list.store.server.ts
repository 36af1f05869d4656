import { sql } from 'kysely';
import { newId } from '#app/kernel/ids.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { gone } from './place.store.server.ts';
import type { Channel, Purpose, RegistrationState } from './types.ts';

export type KnownRow = { id: string; state: RegistrationState };

/** Rows of lists that this meeting has already. */
export async function selectKnownRows(
  db: Db,
  meetingId: string,
  keys: string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<KnownRow & { key: string }>`
    select id, state, import_key as key
    from registration
    where meeting_id = ${meetingId}::uuid and import_key = any(${keys})
  `.execute(db);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** Registrations of a meeting that stand, by the contacts that a list names. */
export async function selectReachedBy(
  db: Db,
  meetingId: string,
  keys: string[],
): Promise<(KnownRow & { name: string; emailKey: string | null; phoneKey: string | null })[]> {
  const { rows } = await sql<
    KnownRow & { name: string; emailKey: string | null; phoneKey: string | null }
  >`
    select id, state, name, email_key as "emailKey", phone_key as "phoneKey"
    from registration
    where meeting_id = ${meetingId}::uuid
      and state not in (${gone})
      and purged_at is null
      and (email_key = any(${keys}) or phone_key = any(${keys}))
    order by place
  `.execute(db);
  return rows;
}

/** What a registration has and what it lacks; nothing that its person said of themselves. */
export type Gaps = {
  channel: Channel;
  email: string | null;
  phone: string | null;
  hasDocument: boolean;
  hasBirth: boolean;
  isMinor: boolean;
  /** Purposes that were consented to, whether that still stands or was taken back. */
  consents: Purpose[];
  standing: Purpose[];
  needs: string[];
};

export async function selectGaps(db: Db, ids: string[]): Promise<Map<string, Gaps>> {
  const { rows } = await sql<Gaps & { id: string }>`
    select r.id, r.channel, r.email, r.phone, r.document_key is not null as "hasDocument",
      r.birth_key is not null as "hasBirth", r.is_minor as "isMinor",
      array(
        select c.purpose from registration_consent c where c.registration_id = r.id
      ) as consents,
      array(
        select c.purpose
        from registration_consent c
        where c.registration_id = r.id and c.revoked_at is null
      ) as standing,
      array(select n.need from registration_need n where n.registration_id = r.id) as needs
    from registration r
    where r.id = any(${ids}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, ...gaps }) => [id, gaps]));
}

/** Gives a registration what it lacks of a contact, of what it is compared by, and of a guardian. */
export async function fillRow(
  tx: Tx,
  id: string,
  given: {
    email: string | null;
    emailKey: string | null;
    phone: string | null;
    phoneKey: string | null;
    documentKey: string | null;
    birthKey: string | null;
    guardian: { name: string; contact: string } | null;
  },
): Promise<void> {
  await sql`
    update registration
    set email_key = case when email is null then ${given.emailKey} else email_key end,
      email = coalesce(email, ${given.email}),
      phone_key = case when phone is null then ${given.phoneKey} else phone_key end,
      phone = coalesce(phone, ${given.phone}),
      document_key = coalesce(document_key, ${given.documentKey}),
      birth_key = coalesce(birth_key, ${given.birthKey}),
      guardian_name = case when is_minor then guardian_name else ${given.guardian?.name ?? ''} end,
      guardian_contact = case
        when is_minor then guardian_contact
        else ${given.guardian?.contact ?? ''}
        end,
      minor_heard = minor_heard or ${given.guardian !== null},
      is_minor = is_minor or ${given.guardian !== null}
    where id = ${id}::uuid
  `.execute(tx);
}

/**
 * Checks in whom a list says came, each once; where a person undid an arrival it stays undone, and
 * who was merged arrives as the registration that was kept. Returns how many arrivals are new.
 */
export async function insertListedArrivals(
  tx: Tx,
  meetingId: string,
  registrationIds: string[],
  at: Date,
): Promise<number> {
  if (registrationIds.length === 0) return 0;
  const given = JSON.stringify(
    registrationIds.map((registration) => ({ id: newId(), registration })),
  );
  const { rows } = await sql`
    insert into check_in (id, meeting_id, registration_id, at)
    select distinct on (coalesce(r.merged_into, r.id)) g.id, r.meeting_id,
      coalesce(r.merged_into, r.id), ${at}
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, registration uuid)
      join registration r on r.id = g.registration and r.meeting_id = ${meetingId}::uuid
    where not exists (
      select from check_in k where k.registration_id = coalesce(r.merged_into, r.id)
    )
    order by coalesce(r.merged_into, r.id), g.id
    returning id
  `.execute(tx);
  return rows.length;
}
