import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { IdeaState } from '#app/domains/ideas/types.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import type { Claim, Decision, DecisionView } from './types.ts';

/** Who holds the idea at this moment. */
export async function selectClaim(db: Db, ideaId: string, at: Date): Promise<Claim | null> {
  const row = await db
    .selectFrom('triage_claim')
    .innerJoin('person', 'person.id', 'triage_claim.moderator_id')
    .select(['moderator_id', 'person.name', 'claimed_at', 'triage_claim.expires_at'])
    .where('idea_id', '=', ideaId)
    .where('triage_claim.expires_at', '>', at)
    .executeTakeFirst();
  return row
    ? {
        moderatorId: row.moderator_id,
        name: row.name,
        claimedAt: row.claimed_at,
        expiresAt: row.expires_at,
      }
    : null;
}

/** Takes the idea for a moderator, over an ended claim or their own; the caller holds the idea's lock. */
export async function upsertClaim(
  tx: Tx,
  claim: { ideaId: string; moderatorId: string; at: Date; expiresAt: Date },
): Promise<void> {
  const values = {
    moderator_id: claim.moderatorId,
    claimed_at: claim.at,
    expires_at: claim.expiresAt,
  };
  await tx
    .insertInto('triage_claim')
    .values({ idea_id: claim.ideaId, ...values })
    .onConflict((oc) => oc.column('idea_id').doUpdateSet(values))
    .execute();
}

export async function deleteClaim(tx: Tx, ideaId: string): Promise<void> {
  await tx.deleteFrom('triage_claim').where('idea_id', '=', ideaId).execute();
}

/** Deletes claims that ended; how many there were. */
export async function deleteEndedClaims(db: Db, at: Date): Promise<number> {
  const result = await db
    .deleteFrom('triage_claim')
    .where('expires_at', '<=', at)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Ideas of the list that others than this moderator hold. */
export async function selectHeldByOthers(
  db: Db,
  ideaIds: string[],
  moderatorId: string,
  at: Date,
): Promise<Set<string>> {
  if (ideaIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('triage_claim')
    .select('idea_id')
    .where('idea_id', 'in', ideaIds)
    .where('moderator_id', '!=', moderatorId)
    .where('expires_at', '>', at)
    .execute();
  return new Set(rows.map((row) => row.idea_id));
}

export type NewDecision = {
  id: string;
  ideaId: string;
  version: number;
  decision: Decision;
  ofEdit: boolean;
  reasonCode: string | null;
  explanation: string;
  note: string;
  moderatorId: string | null;
  receivedAt: Date;
  dueAt: Date;
  decidedAt: Date;
  pausedDays: number;
  fromCommitmentId: string;
  toCommitmentId: string | null;
  duplicateOf: string | null;
  caseNumber: string | null;
  competentBody: string | null;
  petitionDueAt: Date | null;
};

export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  await tx
    .insertInto('triage_decision')
    .values({
      id: decision.id,
      idea_id: decision.ideaId,
      version: decision.version,
      decision: decision.decision,
      of_edit: decision.ofEdit,
      reason_code: decision.reasonCode,
      explanation: decision.explanation,
      note: decision.note,
      moderator_id: decision.moderatorId,
      received_at: decision.receivedAt,
      due_at: decision.dueAt,
      decided_at: decision.decidedAt,
      paused_days: decision.pausedDays,
      from_commitment_id: decision.fromCommitmentId,
      to_commitment_id: decision.toCommitmentId,
      duplicate_of: decision.duplicateOf,
      case_number: decision.caseNumber,
      competent_body: decision.competentBody,
      petition_due_at: decision.petitionDueAt,
    })
    .execute();
}

/** How many decisions an idea has had: one more than before means that somebody else decided. */
export async function countDecisions(db: Db, ideaId: string): Promise<number> {
  const row = await db
    .selectFrom('triage_decision')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('idea_id', '=', ideaId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Working days that ask-backs of an idea have stopped its clock so far. */
export async function sumPausedDays(db: Db, ideaId: string): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select coalesce(sum(answer_paused_days), 0)::int as days
    from triage_decision
    where idea_id = ${ideaId} and decision = 'devolver' and not of_edit
  `.execute(db);
  return rows[0]?.days ?? 0;
}

/** Every decision on an idea, oldest first. */
export async function selectDecisions(
  db: Db,
  ideaId: string,
  locale: Locale,
): Promise<DecisionView[]> {
  const rows = await db
    .selectFrom('triage_decision as d')
    .leftJoin('triage_reason as r', 'r.code', 'd.reason_code')
    .leftJoin('person as p', 'p.id', 'd.moderator_id')
    .selectAll('d')
    .select(['r.label_es', 'r.label_en', 'p.name as moderator'])
    .where('d.idea_id', '=', ideaId)
    .orderBy('d.decided_at')
    .orderBy('d.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    decision: row.decision,
    ofEdit: row.of_edit,
    reason: locale === 'en' ? row.label_en : row.label_es,
    reasonCode: row.reason_code,
    explanation: row.explanation,
    note: row.note,
    moderator: row.moderator,
    moderatorId: row.moderator_id,
    decidedAt: row.decided_at,
    caseNumber: row.case_number,
    competentBody: row.competent_body,
    petitionDueAt: row.petition_due_at,
    duplicateOf: row.duplicate_of,
    answer: row.answer,
    answeredAt: row.answered_at,
  }));
}

/** The ask-back that waits for its author. */
export async function selectOpenAskBack(
  db: Db,
  ideaId: string,
): Promise<{
  id: string;
  explanation: string;
  decidedAt: Date;
  moderatorId: string | null;
} | null> {
  const row = await db
    .selectFrom('triage_decision')
    .select(['id', 'explanation', 'decided_at', 'moderator_id'])
    .where('idea_id', '=', ideaId)
    .where('decision', '=', 'devolver')
    .where('of_edit', '=', false)
    .where('answered_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        explanation: row.explanation,
        decidedAt: row.decided_at,
        moderatorId: row.moderator_id,
      }
    : null;
}

/** Keeps an author's answer and how long it stopped the clock. */
export async function setAnswer(
  tx: Tx,
  decisionId: string,
  answer: string,
  at: Date,
  pausedDays: number,
): Promise<void> {
  await tx
    .updateTable('triage_decision')
    .set({ answer, answered_at: at, answer_paused_days: pausedDays })
    .where('id', '=', decisionId)
    .execute();
}

/** Id, state and title of the idea that somebody named by its id or its number. */
export async function selectNamedIdea(
  db: Db,
  ref: { id: string } | { number: number },
): Promise<{ id: string; state: IdeaState; title: string } | null> {
  const { rows } = await sql<{ id: string; state: IdeaState; title: string }>`
    select id, state, title
    from sent_idea
    where ${'id' in ref ? sql`id = ${ref.id}` : sql`number = ${ref.number}`}
  `.execute(db);
  return rows[0] ?? null;
}

/** The commitment of that name in the plan of another. */
export async function selectSiblingCommitment(
  db: Db,
  slug: string,
  siblingId: string,
): Promise<{ id: string; titleEs: string; titleEn: string } | null> {
  const row = await db
    .selectFrom('commitment as c')
    .innerJoin('commitment as s', 's.plan_id', 'c.plan_id')
    .select(['c.id', 'c.short_title_es as titleEs', 'c.short_title_en as titleEn'])
    .where('c.slug', '=', slug)
    .where('s.id', '=', siblingId)
    .executeTakeFirst();
  return row ?? null;
}

/** Commitments of a plan's sibling, by number: where an idea can be passed to, and what a queue can be narrowed to. */
export async function selectCommitments(
  db: Db,
): Promise<{ id: string; slug: string; number: number; titleEs: string; titleEn: string }[]> {
  return await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .select([
      'commitment.id',
      'commitment.slug',
      'commitment.number',
      'commitment.short_title_es as titleEs',
      'commitment.short_title_en as titleEn',
    ])
    .where('plan.state', '=', 'active')
    .orderBy('commitment.number')
    .execute();
}
