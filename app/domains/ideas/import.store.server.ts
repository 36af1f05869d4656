import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { IdeaStep, ImportedIdea } from './types.ts';

/** Which of these keys were imported before. */
export async function knownImportKeys(db: Db, keys: string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    import_key: string;
  }>`select import_key from idea where import_key = any(${keys})`.execute(db);
  return new Set(rows.map((row) => row.import_key));
}

/**
 * Writes imported ideas with counters and steps; a key that came in meanwhile is skipped. Returns how many
 * were written.
 */
export async function insertImported(tx: Tx, ideas: ImportedIdea[]): Promise<number> {
  const written = await tx
    .insertInto('idea')
    .values(
      ideas.map((idea) => ({
        id: idea.id,
        commitment_id: idea.commitmentId,
        origin: 'importada',
        state: idea.state,
        step: idea.state === 'cuarentena' ? 'idea' : 'revisada',
        title: idea.title,
        description: idea.description,
        lang: 'es',
        locality_code: idea.localityCode,
        external_id: idea.externalId,
        import_key: idea.importKey,
        prior_supports: idea.priorSupports,
        findings: idea.findings,
        created_at: idea.at,
        submitted_at: idea.at,
        published_at: idea.state === 'cuarentena' ? null : idea.at,
        withdrawn_at: idea.withdrawnAt,
        lot: sql<number>`floor(random() * 2147483647)::int`,
      })),
    )
    .onConflict((oc) => oc.constraint('idea_import_key').doNothing())
    .returning(['id', 'commitment_id', 'state', 'created_at'])
    .execute();
  if (written.length === 0) return 0;
  await tx
    .insertInto('idea_stats')
    .values(written.map((row) => ({ idea_id: row.id, commitment_id: row.commitment_id })))
    .execute();
  const atStep = (step: IdeaStep) => (row: (typeof written)[number]) => ({
    idea_id: row.id,
    step,
    reached_at: row.created_at,
  });
  const reviewed = written.filter((row) => row.state !== 'cuarentena');
  await tx
    .insertInto('idea_step_entry')
    .values([...written.map(atStep('idea')), ...reviewed.map(atStep('revisada'))])
    .execute();
  return written.length;
}
