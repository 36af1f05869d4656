import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.d.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import type {
  CommitmentSummary,
  CommitmentView,
  Institution,
  Phase,
  PhaseKind,
  Plan,
  PlanState,
} from './types.ts';

type PhaseRow = {
  id: string;
  plan_id: string;
  kind: PhaseKind;
  position: number;
  name_es: string;
  name_en: string;
  decides_es: string;
  decides_en: string;
  outcome_es: string;
  outcome_en: string;
  opens_at: Date;
  closes_at: Date;
};

function phaseOfRow(row: PhaseRow, index: number, locale: Locale): Phase {
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind,
    position: index + 1,
    name: row[`name_${locale}`],
    decides: row[`decides_${locale}`],
    outcome: row[`outcome_${locale}`],
    opensAt: row.opens_at,
    closesAt: row.closes_at,
  };
}

/** The phases of the active plan, in order: one statement, since every page shows where the plan stands. */
export async function selectActivePhases(db: Db, locale: Locale): Promise<Phase[]> {
  const rows = await db
    .selectFrom('phase')
    .innerJoin('plan', 'plan.id', 'phase.plan_id')
    .where('plan.state', '=', 'active')
    .selectAll('phase')
    .orderBy('phase.position')
    .execute();
  return rows.map((row, index) => phaseOfRow(row, index, locale));
}

/** The phases of some plans, in order within each. */
export async function selectPhases(db: Db, planIds: string[], locale: Locale): Promise<Phase[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .selectFrom('phase')
    .selectAll()
    .where('plan_id', 'in', planIds)
    .orderBy('position')
    .execute();
  return planIds.flatMap((planId) =>
    rows
      .filter((row) => row.plan_id === planId)
      .map((row, index) => phaseOfRow(row, index, locale)),
  );
}

/** The plans in a state, newest first. */
export async function selectPlans(db: Db, state: PlanState, locale: Locale): Promise<Plan[]> {
  const rows = await db
    .selectFrom('plan')
    .selectAll()
    .where('state', '=', state)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: row[`title_${locale}`],
    summary: row[`summary_${locale}`],
    state: row.state,
    publishesFirst: row.publishes_first,
  }));
}

/** The institutions of a commitment, leads first, as JSON of one statement. */
function institutionsOf() {
  const eb = expressionBuilder<DB, 'commitment'>();
  return jsonArrayFrom(
    eb
      .selectFrom('commitment_institution')
      .innerJoin('institution', 'institution.id', 'commitment_institution.institution_id')
      .select(['institution.id', 'institution.slug', 'institution.name_es', 'institution.name_en'])
      .whereRef('commitment_institution.commitment_id', '=', 'commitment.id')
      .orderBy('commitment_institution.is_lead', 'desc')
      .orderBy('institution.name_es'),
  ).as('institutions');
}

type Names = { id: string; slug: string; name_es: string; name_en: string };
const institutionOf = (row: Names, locale: Locale): Institution => ({
  id: row.id,
  slug: row.slug,
  name: row[`name_${locale}`],
});

type SummaryRow = {
  id: string;
  plan_id: string;
  number: number;
  slug: string;
  title_es: string;
  title_en: string;
  short_title_es: string;
  short_title_en: string;
  summary_es: string;
  summary_en: string;
  institutions: Names[];
};

function summaryOf(row: SummaryRow, locale: Locale): CommitmentSummary {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    slug: row.slug,
    title: row[`title_${locale}`],
    shortTitle: row[`short_title_${locale}`],
    summary: row[`summary_${locale}`],
    institutions: row.institutions.map((institution) => institutionOf(institution, locale)),
  };
}

const summaryColumns = [
  'commitment.id',
  'commitment.plan_id',
  'commitment.number',
  'commitment.slug',
  'commitment.title_es',
  'commitment.title_en',
  'commitment.short_title_es',
  'commitment.short_title_en',
  'commitment.summary_es',
  'commitment.summary_en',
] as const;

/** The commitments of some plans, by number. */
export async function selectCommitments(
  db: Db,
  planIds: string[],
  locale: Locale,
): Promise<CommitmentSummary[]> {
  if (planIds.length === 0) return [];
  const rows = await db
    .selectFrom('commitment')
    .select(summaryColumns)
    .select(institutionsOf())
    .where('plan_id', 'in', planIds)
    .orderBy('number')
    .execute();
  return rows.map((row) => summaryOf(row, locale));
}

/** The commitments of the active plan, by number. */
export async function selectActiveCommitments(
  db: Db,
  locale: Locale,
): Promise<CommitmentSummary[]> {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .where('plan.state', '=', 'active')
    .select(summaryColumns)
    .select(institutionsOf())
    .orderBy('commitment.number')
    .execute();
  return rows.map((row) => summaryOf(row, locale));
}

/** One commitment of any plan, or nothing. */
export async function selectCommitment(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<CommitmentView | null> {
  const row = await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .selectAll('commitment')
    .select([
      'plan.slug as plan_slug',
      'plan.title_es as plan_title_es',
      'plan.title_en as plan_title_en',
      'plan.state as plan_state',
    ])
    .select(institutionsOf())
    .where('commitment.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...summaryOf(row, locale),
    challenge: row[`challenge_${locale}`],
    level: row[`level_${locale}`],
    use: row[`use_${locale}`],
    milestones: row[`milestones_${locale}`],
    plan: {
      id: row.plan_id,
      slug: row.plan_slug,
      title: row[`plan_title_${locale}`],
      state: row.plan_state,
    },
  };
}

/** The milestones of the active plan's commitments, by commitment. */
export async function selectMilestones(db: Db, locale: Locale): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .where('plan.state', '=', 'active')
    .select(['commitment.id', 'commitment.milestones_es', 'commitment.milestones_en'])
    .execute();
  return new Map(rows.map((row) => [row.id, row[`milestones_${locale}`]]));
}

/** Every institution, by name. */
export async function selectInstitutions(db: Db, locale: Locale): Promise<Institution[]> {
  const rows = await db.selectFrom('institution').selectAll().orderBy(`name_${locale}`).execute();
  return rows.map((row) => institutionOf(row, locale));
}
