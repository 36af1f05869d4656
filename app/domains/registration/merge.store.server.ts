import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { live } from './place.store.server.ts';
import type { Likeness } from './likeness.ts';
import type { Channel, RegistrationState } from './types.ts';

export type Mergeable = { id: string; state: RegistrationState; place: number; createdAt: Date };

/**
 * A pair that waits for somebody to settle it, whichever of the two stands first; null when it is
 * settled or unknown.
 */
export async function selectOpenPair(
  db: Db,
  ids: [string, string],
): Promise<{ id: string; otherId: string; meetingId: string } | null> {
  const { rows } = await sql<{ id: string; otherId: string; meetingId: string }>`
    select d.registration_id as id, d.other_id as "otherId", r.meeting_id as "meetingId"
    from registration_duplicate d
      join registration r on r.id = d.registration_id
    where d.outcome is null
      and (
        (d.registration_id = ${ids[0]}::uuid and d.other_id = ${ids[1]}::uuid)
        or (d.registration_id = ${ids[1]}::uuid and d.other_id = ${ids[0]}::uuid)
      )
  `.execute(db);
  return rows[0] ?? null;
}

/**
 * Which others may be the same person's as one registration: how they came and when, nobody's name
 * or contact; and whether they gave the address whose mailbox was proved, by its hash.
 */
export type OwnPair = {
  otherId: string;
  why: Likeness['why'];
  channel: Channel;
  state: RegistrationState;
  createdAt: Date;
  sameContact: boolean;
};
export async function selectOpenPairsOf(
  db: Db,
  registrationId: string,
  mailKey: string | null,
): Promise<OwnPair[]> {
  const { rows } = await sql<OwnPair>`
    select o.id as "otherId", d.why, o.channel, o.state, o.created_at as "createdAt",
      coalesce(secret_key(lower(o.email::text)) = ${mailKey}, false) as "sameContact"
    from registration_duplicate d
      join registration r on r.id = ${registrationId}::uuid
      join registration o on o.id = case
        when d.registration_id = r.id then d.other_id
        else d.registration_id
        end
    where r.id in (d.registration_id, d.other_id)
      and d.outcome is null
      and o.state in (${live})
    order by o.created_at, o.id
  `.execute(db);
  return rows;
}

/** Holds two registrations of a meeting whose lock the caller has, the earlier first. */
export async function lockPair(tx: Tx, ids: [string, string]): Promise<Mergeable[]> {
  const rows = await tx
    .selectFrom('registration')
    .select(['id', 'state', 'place', 'created_at as createdAt'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.place - b.place);
}

export async function markSettled(
  tx: Tx,
  pair: { id: string; otherId: string },
  outcome: 'unidas' | 'distintas',
  by: string | null,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('registration_duplicate')
    .set({ outcome, settled_by: by, settled_at: at })
    .where('registration_id', '=', pair.id)
    .where('other_id', '=', pair.otherId)
    .execute();
}

/**
 * Gives the kept registration what the other has and it lacks: a contact, an account, a guardian;
 * the better of the two states. The other becomes `unida`, keeps neither name nor contact, and
 * leads to the kept one.
 */
export async function mergeRegistrations(
  tx: Tx,
  keptId: string,
  mergedId: string,
  takesState: boolean,
): Promise<void> {
  await sql`
    update registration k
    set email = coalesce(k.email, o.email), email_key = coalesce(k.email_key, o.email_key),
      phone = coalesce(k.phone, o.phone), phone_key = coalesce(k.phone_key, o.phone_key),
      document_key = coalesce(k.document_key, o.document_key),
      birth_key = coalesce(k.birth_key, o.birth_key),
      person_id = coalesce(k.person_id, o.person_id), is_minor = k.is_minor or o.is_minor,
      minor_heard = k.minor_heard or o.minor_heard,
      guardian_name = case when k.is_minor then k.guardian_name else o.guardian_name end,
      guardian_contact = case when k.is_minor then k.guardian_contact else o.guardian_contact end,
      state = case when ${takesState} then o.state else k.state end,
      offered_until = case when ${takesState} then o.offered_until else k.offered_until end,
      promoted_at = case when ${takesState} then o.promoted_at else k.promoted_at end,
      over_capacity = case when ${takesState} then o.over_capacity else k.over_capacity end,
      on_reserved = case when ${takesState} then o.on_reserved else k.on_reserved end
    from registration o
    where k.id = ${keptId}::uuid and o.id = ${mergedId}::uuid
  `.execute(tx);
  await sql`
    update registration
    set state = 'unida', merged_into = ${keptId}::uuid, offered_until = null, on_reserved = false,
      person_id = null,
      name = '', email = null, phone = null, email_key = null, phone_key = null,
      document_key = null, birth_key = null, is_minor = false, guardian_name = '',
      guardian_contact = ''
    where id = ${mergedId}::uuid
  `.execute(tx);
  // What was merged into the other before now leads here.
  await tx
    .updateTable('registration')
    .set({ merged_into: keptId })
    .where('merged_into', '=', mergedId)
    .execute();
}

/**
 * Moves consents; one withdrawn on either side stays withdrawn. Says which of those stand that
 * something hangs on.
 */
export async function moveConsents(
  tx: Tx,
  keptId: string,
  mergedId: string,
): Promise<{ statistics: boolean; image: boolean }> {
  await sql`
    insert into registration_consent (
      registration_id, purpose, policy_version, policy_sha256, channel, given_at, recorded_by,
      revoked_at
    )
    select ${keptId}::uuid, purpose, policy_version, policy_sha256, channel, given_at, recorded_by,
      revoked_at
    from registration_consent
    where registration_id = ${mergedId}::uuid
    on conflict (registration_id, purpose) do update
    set revoked_at = coalesce(registration_consent.revoked_at, excluded.revoked_at)
  `.execute(tx);
  await tx.deleteFrom('registration_consent').where('registration_id', '=', mergedId).execute();
  const standing = await tx
    .selectFrom('registration_consent')
    .select('purpose')
    .where('registration_id', '=', keptId)
    .where('revoked_at', 'is', null)
    .execute();
  const stands = (purpose: string) => standing.some((consent) => consent.purpose === purpose);
  return { statistics: stands('estadistica'), image: stands('imagen') };
}

/** Moves requests for need, the arrival and the ideas that somebody wants to own. */
export async function moveBelongings(
  tx: Tx,
  keptId: string,
  mergedId: string,
  at: Date,
): Promise<void> {
  await sql`
    insert into registration_need as s (
      registration_id, need, note, state, answer, answered_by, answered_at
    )
    select ${keptId}::uuid, need, note, state, answer, answered_by, answered_at
    from registration_need
    where registration_id = ${mergedId}::uuid
    on conflict (registration_id, need) do update
    set note = case when s.note = '' then excluded.note else s.note end,
      state = case when s.state = 'pedido' then excluded.state else s.state end,
      answer = case when s.state = 'pedido' then excluded.answer else s.answer end,
      answered_by = case when s.state = 'pedido' then excluded.answered_by else s.answered_by end,
      answered_at = case when s.state = 'pedido' then excluded.answered_at else s.answered_at end
  `.execute(tx);
  await tx.deleteFrom('registration_need').where('registration_id', '=', mergedId).execute();
  await sql`
    update check_in
    set registration_id = ${keptId}::uuid
    where registration_id = ${mergedId}::uuid
      and undone_at is null
      and not exists (
        select
        from check_in k
        where k.registration_id = ${keptId}::uuid and k.undone_at is null
      )
  `.execute(tx);
  // Both arrived: it was one person.
  await tx
    .updateTable('check_in')
    .set({ undone_at: at })
    .where('registration_id', '=', mergedId)
    .where('undone_at', 'is', null)
    .execute();
  await sql`
    insert into table_idea_owner (table_idea_id, registration_id)
    select table_idea_id, ${keptId}::uuid
    from table_idea_owner
    where registration_id = ${mergedId}::uuid
    on conflict do nothing
  `.execute(tx);
  await tx.deleteFrom('table_idea_owner').where('registration_id', '=', mergedId).execute();
}

/**
 * Pairs of the merged one with a third are from here on pairs of the kept one, unless that is one
 * already.
 */
export async function movePairs(tx: Tx, keptId: string, mergedId: string): Promise<void> {
  await sql`
    delete from registration_duplicate d
    where d.outcome is null
      and ${mergedId}::uuid in (d.registration_id, d.other_id)
      and exists (
        select
        from registration_duplicate e
        where ${keptId}::uuid in (e.registration_id, e.other_id)
          and (
            case
              when d.registration_id = ${mergedId}::uuid then d.other_id
              else d.registration_id
              end
          ) in (e.registration_id, e.other_id)
          and not (e.registration_id = d.registration_id and e.other_id = d.other_id)
      )
  `.execute(tx);
  await tx
    .updateTable('registration_duplicate')
    .set({ registration_id: keptId })
    .where('registration_id', '=', mergedId)
    .where('outcome', 'is', null)
    .execute();
  await tx
    .updateTable('registration_duplicate')
    .set({ other_id: keptId })
    .where('other_id', '=', mergedId)
    .where('outcome', 'is', null)
    .execute();
}
