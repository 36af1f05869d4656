import type { Updateable } from 'kysely';
import type { Commitment, Phase as PhaseTable, Plan as PlanTable } from '#db/schema.d.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { CommitmentDraft, InstitutionDraft, PhaseDraft, PlanDraft } from './types.ts';

/** What coordination edits, in both languages, and the writes of its commands. */

/** A phase as it is edited; `lock` holds its row until the transaction ends. */
export async function selectPhaseDraft(
  db: Db,
  id: string,
  lock = false,
): Promise<PhaseDraft | null> {
  let query = db
    .selectFrom('phase')
    .innerJoin('plan', 'plan.id', 'phase.plan_id')
    .selectAll('phase')
    .select('plan.state as plan_state')
    .where('phase.id', '=', id);
  if (lock) query = query.forUpdate('phase');
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    planId: row.plan_id,
    planState: row.plan_state,
    kind: row.kind,
    name: { es: row.name_es, en: row.name_en },
    decides: { es: row.decides_es, en: row.decides_en },
    outcome: { es: row.outcome_es, en: row.outcome_en },
    opensAt: row.opens_at,
    closesAt: row.closes_at,
  };
}

export async function updatePhase(
  tx: Tx,
  id: string,
  change: Updateable<PhaseTable>,
): Promise<void> {
  await tx.updateTable('phase').set(change).where('id', '=', id).execute();
}

/** A plan as it is edited. */
export async function selectPlanDraft(db: Db, id: string, lock = false): Promise<PlanDraft | null> {
  let query = db.selectFrom('plan').selectAll().where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    title: { es: row.title_es, en: row.title_en },
    summary: { es: row.summary_es, en: row.summary_en },
    publishesFirst: row.publishes_first,
  };
}

export async function updatePlan(tx: Tx, id: string, change: Updateable<PlanTable>): Promise<void> {
  await tx.updateTable('plan').set(change).where('id', '=', id).execute();
}

export async function insertPlan(tx: Tx, plan: PlanDraft, at: Date): Promise<void> {
  await tx
    .insertInto('plan')
    .values({
      id: plan.id,
      slug: plan.slug,
      state: plan.state,
      title_es: plan.title.es,
      title_en: plan.title.en,
      summary_es: plan.summary.es,
      summary_en: plan.summary.en,
      publishes_first: plan.publishesFirst,
      created_at: at,
    })
    .execute();
}

export async function insertPhases(tx: Tx, phases: Omit<PhaseDraft, 'planState'>[]): Promise<void> {
  await tx
    .insertInto('phase')
    .values(
      phases.map((phase, position) => ({
        id: phase.id,
        plan_id: phase.planId,
        kind: phase.kind,
        position,
        name_es: phase.name.es,
        name_en: phase.name.en,
        decides_es: phase.decides.es,
        decides_en: phase.decides.en,
        outcome_es: phase.outcome.es,
        outcome_en: phase.outcome.en,
        opens_at: phase.opensAt,
        closes_at: phase.closesAt,
      })),
    )
    .execute();
}

/** A commitment as it is edited. */
export async function selectCommitmentDraft(
  db: Db,
  id: string,
  lock = false,
): Promise<CommitmentDraft | null> {
  let query = db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .selectAll('commitment')
    .select('plan.state as plan_state')
    .where('commitment.id', '=', id);
  if (lock) query = query.forUpdate('commitment');
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const parts = await db
    .selectFrom('commitment_institution')
    .select('institution_id')
    .where('commitment_id', '=', id)
    .orderBy('institution_id')
    .execute();
  return {
    id: row.id,
    planId: row.plan_id,
    planState: row.plan_state,
    number: row.number,
    slug: row.slug,
    title: { es: row.title_es, en: row.title_en },
    shortTitle: { es: row.short_title_es, en: row.short_title_en },
    summary: { es: row.summary_es, en: row.summary_en },
    challenge: { es: row.challenge_es, en: row.challenge_en },
    level: { es: row.level_es, en: row.level_en },
    use: { es: row.use_es, en: row.use_en },
    milestones: { es: row.milestones_es, en: row.milestones_en },
    institutionIds: parts.map((part) => part.institution_id),
  };
}

export async function updateCommitment(
  tx: Tx,
  id: string,
  change: Updateable<Commitment>,
): Promise<void> {
  await tx.updateTable('commitment').set(change).where('id', '=', id).execute();
}

/** What a commitment says of itself, as its row has it. */
export const commitmentRow = (
  commitment: Omit<CommitmentDraft, 'id' | 'planId' | 'planState' | 'institutionIds'>,
) => ({
  number: commitment.number,
  slug: commitment.slug,
  title_es: commitment.title.es,
  title_en: commitment.title.en,
  short_title_es: commitment.shortTitle.es,
  short_title_en: commitment.shortTitle.en,
  summary_es: commitment.summary.es,
  summary_en: commitment.summary.en,
  challenge_es: commitment.challenge.es,
  challenge_en: commitment.challenge.en,
  level_es: commitment.level.es,
  level_en: commitment.level.en,
  use_es: commitment.use.es,
  use_en: commitment.use.en,
  milestones_es: commitment.milestones.es,
  milestones_en: commitment.milestones.en,
});

export async function insertCommitment(
  tx: Tx,
  commitment: Omit<CommitmentDraft, 'planState' | 'institutionIds'>,
): Promise<void> {
  await tx
    .insertInto('commitment')
    .values({
      id: commitment.id,
      plan_id: commitment.planId,
      ...commitmentRow(commitment),
    })
    .execute();
}

/** Replaces the institutions that answer for a commitment. */
export async function replaceInstitutions(
  tx: Tx,
  commitmentId: string,
  institutionIds: string[],
): Promise<void> {
  await tx.deleteFrom('commitment_institution').where('commitment_id', '=', commitmentId).execute();
  await tx
    .insertInto('commitment_institution')
    .values(
      institutionIds.map((institution_id) => ({ commitment_id: commitmentId, institution_id })),
    )
    .execute();
}

/** How many of these institutions exist. */
export async function countInstitutions(db: Db, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const row = await db
    .selectFrom('institution')
    .where('id', 'in', ids)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Institutions as they are edited, by name. */
export async function selectInstitutionDrafts(
  db: Db,
  only?: { id: string; lock: boolean },
): Promise<InstitutionDraft[]> {
  let query = db.selectFrom('institution').selectAll().orderBy('name_es');
  if (only) query = query.where('id', '=', only.id);
  if (only?.lock) query = query.forUpdate();
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: { es: row.name_es, en: row.name_en },
  }));
}

/** Writes an institution, new or renamed; its slug never changes. */
export async function upsertInstitution(tx: Tx, institution: InstitutionDraft): Promise<void> {
  await tx
    .insertInto('institution')
    .values({
      id: institution.id,
      slug: institution.slug,
      name_es: institution.name.es,
      name_en: institution.name.en,
    })
    .onConflict((oc) =>
      oc.column('id').doUpdateSet({ name_es: institution.name.es, name_en: institution.name.en }),
    )
    .execute();
}

/** The plan whose commitment has this address; null when none has. */
export async function selectPlanOfSlug(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('commitment')
    .select('plan_id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.plan_id ?? null;
}

/** Ends the phases of a plan that are open. */
export async function endPhases(tx: Tx, planId: string, at: Date): Promise<void> {
  await tx
    .updateTable('phase')
    .set({ closes_at: at })
    .where('plan_id', '=', planId)
    .where('opens_at', '<', at)
    .where('closes_at', '>', at)
    .execute();
}
