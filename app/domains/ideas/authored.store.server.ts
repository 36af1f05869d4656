import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** Everything a person wrote, for their own download. */
export async function selectAuthored(db: Db, personId: string): Promise<Record<string, unknown>> {
  const ideas = await db
    .selectFrom('idea')
    .select([
      'id',
      'state as estado',
      'title as titulo',
      'description as descripcion',
      'locality_code as localidad',
      'created_at as creada_en',
      'published_at as publicada_en',
    ])
    .where('author_id', '=', personId)
    .orderBy('created_at')
    .execute();
  const versions = await db
    .selectFrom('idea_revision')
    .select([
      'idea_id as idea',
      'version',
      'title as titulo',
      'description as descripcion',
      'created_at as creada_en',
    ])
    .where('author_id', '=', personId)
    .orderBy('created_at')
    .execute();
  const comments = await db
    .selectFrom('idea_comment')
    .select([
      'id',
      'idea_id as idea',
      'stance as postura',
      'state as estado',
      'created_at as creado_en',
    ])
    // Her own words, also where a moderator hid part of them.
    .select((eb) =>
      eb.fn
        .coalesce(eb.fn<string | null>('nullif', ['sealed_body', eb.val('')]), 'body')
        .as('texto'),
    )
    .where('author_id', '=', personId)
    .orderBy('created_at')
    .execute();
  const notes = await db
    .selectFrom('idea_note')
    .select(['id', 'idea_id as idea', 'body as texto', 'created_at as creada_en'])
    .where('author_id', '=', personId)
    .orderBy('created_at')
    .execute();
  return { ideas, versiones: versions, comentarios: comments, notas: notes };
}

/** What was hidden in a person's own ideas, in her words, and what she decided as a moderator. */
export async function selectSealedAndDecided(
  db: Db,
  personId: string,
): Promise<Record<string, unknown>> {
  const sealed = await db
    .selectFrom('idea_seal')
    .innerJoin('idea', 'idea.id', 'idea_seal.idea_id')
    .select([
      'idea_id as idea',
      'texts as textos',
      'explanation as explicacion',
      'sealed_at as ocultada_en',
    ])
    .where('idea.author_id', '=', personId)
    .orderBy('sealed_at')
    .execute();
  const hidden = await db
    .selectFrom('idea_seal')
    .select(['idea_id as idea', 'explanation as explicacion', 'sealed_at as ocultada_en'])
    .where('sealed_by', '=', personId)
    .orderBy('sealed_at')
    .execute();
  const decided = await db
    .selectFrom('idea_comment')
    .select(['id', 'state as estado', 'hidden_reason as razon'])
    .where('decided_by', '=', personId)
    .execute();
  return { partes_ocultas: sealed, partes_que_oculto: hidden, comentarios_decididos: decided };
}

/** Takes a person's name off what they wrote; what was never sent, which nobody else saw, is deleted. */
export async function detachAuthor(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('idea')
    .where('author_id', '=', personId)
    .where('submitted_at', 'is', null)
    .execute();
  await tx
    .updateTable('idea_seal')
    .set({ words: sql`'[]'::jsonb`, texts: sql`'[]'::jsonb` })
    .where('idea_id', 'in', (eb) =>
      eb.selectFrom('idea').select('id').where('author_id', '=', personId),
    )
    .execute();
  await tx.updateTable('idea').set({ author_id: null }).where('author_id', '=', personId).execute();
  await tx
    .updateTable('idea_revision')
    .set({ author_id: null })
    .where('author_id', '=', personId)
    .execute();
  await tx
    .deleteFrom('idea_comment')
    .where('author_id', '=', personId)
    .where('state', 'in', ['retenido', 'rechazado'])
    .execute();
  await tx
    .updateTable('idea_comment')
    .set({ author_id: null, sealed_body: '' })
    .where('author_id', '=', personId)
    .execute();
  await tx
    .updateTable('idea_comment')
    .set({ decided_by: null })
    .where('decided_by', '=', personId)
    .execute();
  await tx
    .updateTable('idea_seal')
    .set({ sealed_by: null })
    .where('sealed_by', '=', personId)
    .execute();
  await tx
    .updateTable('idea_note')
    .set({ author_id: null })
    .where('author_id', '=', personId)
    .execute();
}
