import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { commitmentRow } from './draft.store.server.ts';
import type { InstitutionsData, PlansData } from './plans.schema.ts';

/** The plans of a set-up file, read and written whole; coordination's own commands change them piece by piece. */

const phaseRow = (phase: PlansData[number]['phases'][number], position: number) => ({
  kind: phase.kind,
  position,
  name_es: phase.name.es,
  name_en: phase.name.en,
  decides_es: phase.decides.es,
  decides_en: phase.decides.en,
  outcome_es: phase.outcome.es,
  outcome_en: phase.outcome.en,
  opens_at: new Date(phase.opensAt),
  closes_at: new Date(phase.closesAt),
});

/** The institutions by the end of their address, and their ids. */
export async function selectInstitutions(
  db: Db,
): Promise<(InstitutionsData[number] & { id: string })[]> {
  const rows = await db.selectFrom('institution').selectAll().orderBy('slug').execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: { es: row.name_es, en: row.name_en },
  }));
}

export async function upsertInstitutions(tx: Tx, institutions: InstitutionsData): Promise<void> {
  for (const { slug, name } of institutions)
    await tx
      .insertInto('institution')
      .values({ id: newId(), slug, name_es: name.es, name_en: name.en })
      .onConflict((oc) => oc.column('slug').doUpdateSet({ name_es: name.es, name_en: name.en }))
      .execute();
}

/** Writes a plan by its slug with its phases; answers its id. */
export async function upsertPlan(tx: Tx, plan: PlansData[number], at: Date): Promise<string> {
  const row = {
    state: plan.state === 'activo' ? ('active' as const) : ('archived' as const),
    title_es: plan.title.es,
    title_en: plan.title.en,
    summary_es: plan.summary.es,
    summary_en: plan.summary.en,
    publishes_first: plan.publishesFirst,
  };
  const { id } = await tx
    .insertInto('plan')
    .values({
      id: newId(),
      slug: plan.slug,
      created_at: plan.createdAt ? new Date(plan.createdAt) : at,
      ...row,
    })
    .onConflict((oc) => oc.column('slug').doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [position, phase] of plan.phases.entries()) {
    const values = phaseRow(phase, position);
    await tx
      .insertInto('phase')
      .values({ id: newId(), plan_id: id, ...values })
      .onConflict((oc) => oc.columns(['plan_id', 'kind']).doUpdateSet(values))
      .execute();
  }
  return id;
}

/** Writes a commitment of a plan by its slug, with the institutions that answer for it. */
export async function upsertCommitment(
  tx: Tx,
  planId: string,
  commitment: PlansData[number]['commitments'][number],
  institutionIds: string[],
): Promise<void> {
  const values = { plan_id: planId, ...commitmentRow(commitment) };
  const { id } = await tx
    .insertInto('commitment')
    .values({ id: newId(), ...values })
    .onConflict((oc) => oc.column('slug').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('commitment_institution').where('commitment_id', '=', id).execute();
  if (institutionIds.length > 0)
    await tx
      .insertInto('commitment_institution')
      .values(institutionIds.map((institution_id) => ({ commitment_id: id, institution_id })))
      .execute();
}

/** All plans as a set-up file carries them, the open one first. */
export async function selectPlans(db: Db): Promise<PlansData> {
  const [plans, phases, commitments, leads] = await Promise.all([
    db.selectFrom('plan').selectAll().orderBy('state').orderBy('created_at', 'desc').execute(),
    db.selectFrom('phase').selectAll().orderBy('position').execute(),
    db.selectFrom('commitment').selectAll().orderBy('number').execute(),
    db
      .selectFrom('commitment_institution as ci')
      .innerJoin('institution as i', 'i.id', 'ci.institution_id')
      .select(['ci.commitment_id', 'i.slug'])
      .orderBy('i.slug')
      .execute(),
  ]);
  return plans.map((plan) => ({
    slug: plan.slug,
    state: plan.state === 'active' ? ('activo' as const) : ('archivado' as const),
    title: { es: plan.title_es, en: plan.title_en },
    summary: { es: plan.summary_es, en: plan.summary_en },
    publishesFirst: plan.publishes_first,
    createdAt: plan.created_at.toISOString(),
    phases: phases
      .filter((phase) => phase.plan_id === plan.id)
      .map((phase) => ({
        kind: phase.kind,
        name: { es: phase.name_es, en: phase.name_en },
        decides: { es: phase.decides_es, en: phase.decides_en },
        outcome: { es: phase.outcome_es, en: phase.outcome_en },
        opensAt: phase.opens_at.toISOString(),
        closesAt: phase.closes_at.toISOString(),
      })),
    commitments: commitments
      .filter((each) => each.plan_id === plan.id)
      .map((each) => ({
        number: each.number,
        slug: each.slug,
        title: { es: each.title_es, en: each.title_en },
        shortTitle: { es: each.short_title_es, en: each.short_title_en },
        summary: { es: each.summary_es, en: each.summary_en },
        challenge: { es: each.challenge_es, en: each.challenge_en },
        level: { es: each.level_es, en: each.level_en },
        use: { es: each.use_es, en: each.use_en },
        milestones: { es: each.milestones_es, en: each.milestones_en },
        institutions: leads
          .filter((lead) => lead.commitment_id === each.id)
          .map(({ slug }) => slug),
      })),
  }));
}
