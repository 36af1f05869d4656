import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { cityZone } from '#app/platform/city/city-zone.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import type { FrozenAnswers } from './measures.ts';
import type { Answers } from './types.ts';

type NewAnswers = {
  registrationId: string;
  meetingId: string;
  at: Date;
  catalogue: string;
  answers: Record<string, unknown>;
};

/** Adds what was left unsaid to what a registration declared, through the function that may. */
export async function addAnswers(tx: Tx, row: NewAnswers): Promise<void> {
  await sql`
    select complete_answers(
      ${row.registrationId}::uuid, ${row.meetingId}::uuid, ${row.at}::timestamptz, ${row.catalogue},
      ${JSON.stringify(row.answers)}::jsonb
    )
  `.execute(tx);
}

/** Writes what somebody declares, through the function that may: the web role reads none of it. */
export async function declareAnswers(tx: Tx, row: NewAnswers): Promise<void> {
  await sql`
    select declare_answers(
      ${row.registrationId}::uuid, ${row.meetingId}::uuid, ${row.at}::timestamptz, ${row.catalogue},
      ${JSON.stringify(row.answers)}::jsonb
    )
  `.execute(tx);
}

/** What a person declared, by a secret of theirs: of a pass to their registration, or of their session. */
export async function selectOwnAnswers(
  db: Db,
  registrationId: string,
  proof: string,
  at: Date,
): Promise<Answers | null> {
  const { rows } = await sql<{ answers: Answers | null }>`
    select own_declaration(${registrationId}::uuid, ${proof}, ${at}::timestamptz) as answers
  `.execute(db);
  return rows[0]?.answers ?? null;
}

/** Declarations of a meeting; the web role may not select them. */
export async function selectDeclarations(
  db: Db,
  meetingId: string,
): Promise<{ registrationId: string; meetingId: string; year: number; answers: FrozenAnswers }[]> {
  const { rows } = await sql<{
    registrationId: string;
    meetingId: string;
    year: number;
    answers: FrozenAnswers;
  }>`
    select registration_id as "registrationId", meeting_id as "meetingId",
      extract(year from declared_at at time zone ${cityZone()})::int as year, answers
    from declared.declaration
    where meeting_id = ${meetingId}::uuid
    order by registration_id
  `.execute(db);
  return rows;
}

/** Deletes what these registrations declared; says which of them had declared anything. */
export async function deleteAnswers(tx: Tx, registrationIds: string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select erase_declarations(${registrationIds}::uuid[]) as id`.execute(tx);
  return rows.map((row) => row.id);
}

/**
 * Gives a declaration to another registration that has none, through the function that may; false
 * when nothing moved.
 */
export async function moveAnswers(
  tx: Tx,
  fromRegistration: string,
  toRegistration: string,
): Promise<boolean> {
  const { rows } = await sql<{
    moved: boolean;
  }>`select move_declaration(${fromRegistration}::uuid, ${toRegistration}::uuid) as moved`.execute(
    tx,
  );
  return first(rows).moved;
}

/** The options valid on a day, in their order. */
export async function selectOptions(
  db: Db,
  day: string,
  locale: Locale,
): Promise<{ question: string; code: string; label: string; source: string }[]> {
  return await db
    .selectFrom('answer_option')
    .select([
      'question',
      'code',
      'source',
      locale === 'es' ? 'label_es as label' : 'label_en as label',
    ])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('question')
    .orderBy('position')
    .execute();
}
