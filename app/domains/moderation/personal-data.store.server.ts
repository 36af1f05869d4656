import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** What a person complained about. */
export async function selectReportsOf(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('report')
    .select([
      'subject_kind as tipo',
      'subject_id as id',
      'reason as motivo',
      'detail as detalle',
      'created_at as fecha',
      'outcome as resultado',
      'response as respuesta',
    ])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
}

/** The appeals a person made. */
export async function selectAppealsOf(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('appeal')
    .select([
      'idea_id as idea',
      'comment_id as comentario',
      'body as texto',
      'created_at as fecha',
      'outcome as resultado',
      'response as respuesta',
    ])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
}

/** The decisions a person took as a moderator. */
export async function selectDecisionsOf(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('triage_decision')
    .select([
      'idea_id as idea',
      'decision',
      'reason_code as motivo',
      'explanation as explicacion',
      'note as nota',
      'decided_at as fecha',
    ])
    .where('moderator_id', '=', personId)
    .orderBy('decided_at')
    .execute();
}

/** What a person answered when a moderator asked them to make an idea of theirs clear. */
export async function selectAnswersOf(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('triage_decision')
    .innerJoin('idea', 'idea.id', 'triage_decision.idea_id')
    .select(['idea_id as idea', 'answer as texto', 'answered_at as fecha'])
    .where('idea.author_id', '=', personId)
    .where('answer', 'is not', null)
    .orderBy('answered_at')
    .execute();
}

/** The hidings a person proposed or settled as a moderator. */
export async function selectHidingsOf(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('hiding')
    .select([
      'subject_kind as tipo',
      'subject_id as id',
      'reason_code as motivo',
      'explanation as explicacion',
      'proposed_at as fecha',
      'outcome as resultado',
    ])
    .where((eb) => eb.or([eb('proposed_by', '=', personId), eb('settled_by', '=', personId)]))
    .orderBy('proposed_at')
    .execute();
}

/** The ideas a person holds as a moderator. */
export async function selectClaimsOf(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return await db
    .selectFrom('triage_claim')
    .select(['idea_id as idea', 'claimed_at as desde', 'expires_at as hasta'])
    .where('moderator_id', '=', personId)
    .execute();
}

/** Cuts every tie to a person: what was decided stays with its reasons, and a complaint loses its own words. */
export async function forgetPerson(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('triage_claim').where('moderator_id', '=', personId).execute();
  await tx
    .updateTable('report')
    .set({ person_id: null, detail: '' })
    .where('person_id', '=', personId)
    .execute();
  await tx
    .updateTable('report')
    .set({ closed_by: null })
    .where('closed_by', '=', personId)
    .execute();
  await tx
    .updateTable('appeal')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute();
  await tx
    .updateTable('appeal')
    .set({ closed_by: null })
    .where('closed_by', '=', personId)
    .execute();
  await tx
    .updateTable('triage_decision')
    .set({ moderator_id: null })
    .where('moderator_id', '=', personId)
    .execute();
  await sql`
    update hiding
    set proposed_by = nullif(proposed_by, ${personId}::uuid),
      settled_by = nullif(settled_by, ${personId}::uuid)
    where ${personId}::uuid in (proposed_by, settled_by)
  `.execute(tx);
}
