import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

export type NewConsent = {
  id: string;
  personId: string;
  policyVersion: string;
  policySha256: string;
  purpose: string;
  at: Date;
};

/** The consent of somebody; of nobody, where an address was taken, the same statement writes nothing. */
export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await sql`
    insert into consent (
      id, person_id, policy_version, policy_sha256, purpose, channel, given_at
    )
    select ${consent.id}, id, ${consent.policyVersion}, ${consent.policySha256},
      ${consent.purpose}, 'web', ${consent.at}
    from person
    where id = ${consent.personId}
  `.execute(tx);
}

/** Who authorises a minor; of nobody, as with consent, nothing. */
export async function insertGuardian(
  tx: Tx,
  guardian: { personId: string; name: string; contact: string; policyVersion: string; at: Date },
): Promise<void> {
  await sql`
    insert into guardian_authorisation (
      person_id, guardian_name, guardian_contact, minor_heard, policy_version, authorised_at
    )
    select id, ${guardian.name}, ${guardian.contact}, true, ${guardian.policyVersion},
      ${guardian.at}
    from person
    where id = ${guardian.personId}
  `.execute(tx);
}

/** The proof of a consent stays, without the person's name; it says when it ended. */
export async function revokeConsents(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** One purpose is taken back; the proof that it was given stays. */
export async function revokeConsent(
  tx: Tx,
  personId: string,
  purpose: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function deleteGuardian(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('guardian_authorisation').where('person_id', '=', personId).execute();
}

/** Everything about a person that this slice keeps besides their sessions, as the person's file names it. */
export async function selectOwnRecords(db: Db, personId: string): Promise<Record<string, unknown>> {
  const [person, consents, guardian, links, mails, acts] = await Promise.all([
    db
      .selectFrom('person')
      .select([
        'name as nombre',
        'email as correo',
        'email_verified_at as correo_confirmado_en',
        'locale as idioma',
        'is_adult as mayor_de_edad',
        'created_at as registrada_en',
      ])
      .where('id', '=', personId)
      .executeTakeFirst(),
    db
      .selectFrom('consent')
      .select([
        'policy_version as version_politica',
        'policy_sha256 as huella_politica',
        'purpose as finalidad',
        'channel as canal',
        'given_at as dado_en',
        'revoked_at as retirado_en',
      ])
      .where('person_id', '=', personId)
      .orderBy('given_at')
      .execute(),
    db
      .selectFrom('guardian_authorisation')
      .select([
        'guardian_name as nombre',
        'guardian_contact as contacto',
        'minor_heard as menor_oido',
        'authorised_at as autorizo_en',
      ])
      .where('person_id', '=', personId)
      .executeTakeFirst(),
    db
      .selectFrom('email_token')
      .select([
        'purpose as para',
        'created_at as pedido_en',
        'expires_at as vence_en',
        'used_at as usado_en',
      ])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .execute(),
    db
      .selectFrom('mail')
      .select(['recipient as para', 'subject as asunto', 'queued_at as enviado_en'])
      .where('person_id', '=', personId)
      .orderBy('queued_at')
      .execute(),
    db
      .selectFrom('audit_entry')
      .select(['at as en', 'action as acto', 'subject_kind as sobre', 'subject_id as id'])
      .where('actor_id', '=', personId)
      .orderBy('at')
      .execute(),
  ]);
  return {
    perfil: person ?? null,
    permisos: consents,
    acudiente: guardian ?? null,
    enlaces: links,
    correos: mails,
    actos: acts,
  };
}

/** Mails hold names and addresses: those of a person who leaves go with them. */
export async function deleteMailsOf(tx: Tx, personId: string, email: string): Promise<void> {
  await tx
    .deleteFrom('mail')
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('recipient', '=', email)]))
    .execute();
}
