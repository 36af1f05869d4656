import { certain } from '#app/kernel/certain.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { refreshCity } from '#app/platform/city/read-city.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { TerritoryFile } from '#app/domains/plan/territory.schema.ts';
import { writeTerritory } from '#app/domains/plan/write-territory.server.ts';
import bogota from './bogota-territory.json' with { type: 'json' };
import { city } from './content/city.ts';
import { activePlan, archivedPlan, institutions } from './content/plan.ts';
import type {
  ArchivedPlanContent,
  CommitmentContent,
  PhaseContent,
  PlanContent,
} from './content/types.ts';

/**
 * The plan's own commands name things by their titles and begin empty; a demonstration's addresses
 * are fixed, so its plans are written whole.
 */

const day = 86_400_000;
const hour = 3_600_000;

/**
 * Every phase of the plan opened 30 days before the seeding and closes 60 days after, on the hour.
 */
export function phaseSpan(seededAt: Date): { opensAt: Date; closesAt: Date } {
  const onTheHour = Math.floor(seededAt.getTime() / hour) * hour;
  return { opensAt: new Date(onTheHour - 30 * day), closesAt: new Date(onTheHour + 60 * day) };
}

async function insertInstitutions(tx: Tx): Promise<Map<string, string>> {
  const rows = institutions.map((institution) => ({
    id: newId(),
    slug: institution.slug,
    name_es: institution.name.es,
    name_en: institution.name.en,
  }));
  await tx.insertInto('institution').values(rows).execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

async function insertPlan(
  tx: Tx,
  plan: PlanContent | ArchivedPlanContent,
  state: 'active' | 'archived',
  createdAt: Date,
): Promise<string> {
  const id = newId();
  const texts = {
    title_es: plan.title.es,
    title_en: plan.title.en,
    summary_es: plan.summary.es,
    summary_en: plan.summary.en,
  };
  await tx
    .insertInto('plan')
    .values({ id, slug: plan.slug, state, publishes_first: false, created_at: createdAt, ...texts })
    .execute();
  return id;
}

async function insertPhases(
  tx: Tx,
  planId: string,
  phases: (PhaseContent & { opensAt: Date; closesAt: Date })[],
): Promise<void> {
  await tx
    .insertInto('phase')
    .values(
      phases.map((phase, position) => ({
        id: newId(),
        plan_id: planId,
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

async function insertCommitments(
  tx: Tx,
  planId: string,
  commitments: CommitmentContent[],
  institutionIds: Map<string, string>,
): Promise<void> {
  for (const commitment of commitments) {
    const id = newId();
    await tx
      .insertInto('commitment')
      .values({
        id,
        plan_id: planId,
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
      })
      .execute();
    await tx
      .insertInto('commitment_institution')
      .values(
        commitment.leads.map((slug) => ({
          commitment_id: id,
          institution_id: certain(institutionIds.get(slug)),
        })),
      )
      .execute();
  }
}

/** The first plan, closed long ago. */
async function insertArchivedPlan(tx: Tx, institutionIds: Map<string, string>): Promise<void> {
  const bogota = (civilDay: string) => new Date(`${civilDay}T00:00:00-05:00`);
  const planId = await insertPlan(tx, archivedPlan, 'archived', bogota(archivedPlan.createdOn));
  // A phase lasts through its last day.
  await insertPhases(
    tx,
    planId,
    archivedPlan.phases.map((phase) => ({
      ...phase,
      opensAt: bogota(phase.opensOn),
      closesAt: new Date(bogota(phase.closesOn).getTime() + day),
    })),
  );
  await insertCommitments(tx, planId, archivedPlan.commitments, institutionIds);
}

/** The city, its localities and institutions, the plan that is open and the one before it. */
export async function seedPlan(seededAt: Date, actor: Actor, createdAt: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx
      .updateTable('city')
      .set({ ...city, opened_at: createdAt })
      .execute();
    await writeTerritory(tx, actor, TerritoryFile.parse(bogota));
    const institutionIds = await insertInstitutions(tx);
    await insertArchivedPlan(tx, institutionIds);
    const planId = await insertPlan(tx, activePlan, 'active', createdAt);
    await insertPhases(
      tx,
      planId,
      activePlan.phases.map((phase) => ({ ...phase, ...phaseSpan(seededAt) })),
    );
    await insertCommitments(tx, planId, activePlan.commitments, institutionIds);
    await recordAudit(tx, actor, {
      action: 'plan.plan-changed',
      subjectKind: 'plan',
      subjectId: planId,
      data: { before: null, after: { slug: activePlan.slug } },
    });
  });
  await refreshCity();
}
