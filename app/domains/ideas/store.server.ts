import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import {
  isFinding,
  type Finding,
  type IdeaFields,
  type IdeaOrigin,
  type IdeaState,
  type IdeaStep,
  type IdeaView,
} from './types.ts';

/** An idea's row with what its page says of it; what was never sent is there for its author alone. */
const ideaRow = (db: Db, id: string, readerId: string | null) =>
  db
    .selectFrom('idea')
    .innerJoin('commitment', 'commitment.id', 'idea.commitment_id')
    .innerJoin('idea_stats', 'idea_stats.idea_id', 'idea.id')
    .leftJoin('locality', 'locality.code', 'idea.locality_code')
    .leftJoin('person', 'person.id', 'idea.author_id')
    .leftJoin('idea as kept', 'kept.id', 'idea.duplicate_of')
    .selectAll('idea')
    .select([
      'commitment.slug as commitment_slug',
      'commitment.number as commitment_number',
      'commitment.short_title_es',
      'commitment.short_title_en',
      'idea_stats.support_count',
      'idea_stats.comment_count',
      'locality.name as locality_name',
    ])
    // Of an idea that was hidden, nothing is told by those that repeat it.
    .select((eb) =>
      eb
        .case()
        .when('kept.state', '!=', 'oculta')
        .then(eb.ref('kept.title'))
        .end()
        .as('kept_title'),
    )
    // Nobody under age is named.
    .select((eb) =>
      eb
        .case()
        .when('person.is_adult', '=', true)
        .then(eb.ref('person.name'))
        .end()
        .as('author_name'),
    )
    .where('idea.id', '=', id)
    .where((eb) =>
      eb.or([eb('idea.submitted_at', 'is not', null), eb('idea.author_id', '=', readerId)]),
    );

/** One idea in any state, or nothing. */
export async function selectIdea(
  db: Db,
  id: string,
  readerId: string | null,
): Promise<IdeaView | null> {
  const row = await ideaRow(db, id, readerId).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    number: row.number,
    commitment: {
      id: row.commitment_id,
      slug: row.commitment_slug,
      number: row.commitment_number,
      titleEs: row.short_title_es,
      titleEn: row.short_title_en,
    },
    title: row.title,
    description: row.description,
    lang: row.lang,
    locality: row.locality_code
      ? { code: row.locality_code, name: row.locality_name ?? row.locality_code }
      : null,
    author: row.author_name,
    authorId: row.author_id,
    origin: row.origin,
    state: row.state,
    step: row.step,
    supports: row.support_count,
    priorSupports: row.prior_supports,
    comments: row.comment_count,
    publishedAt: row.published_at,
    editedAt: row.edited_at,
    externalId: row.external_id,
    version: row.version,
    reviewedVersion: row.reviewed_version,
    stateReason: row.state_reason,
    duplicateOf:
      row.duplicate_of && row.kept_title !== null
        ? { id: row.duplicate_of, title: row.kept_title }
        : null,
    findings: row.findings.filter(isFinding),
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    reviewedAt: row.reviewed_at,
    withdrawnAt: row.withdrawn_at,
    editReviewAt: row.edit_review_at,
  };
}

/** The id of the idea with a number, or null. */
export async function selectIdeaId(db: Db, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('idea')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Locks the idea's row until the transaction ends; nothing when there is no such idea. */
export async function lockIdeaRow(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('idea')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export type NewIdea = IdeaFields & {
  id: string;
  authorId: string | null;
  origin: IdeaOrigin;
  state: IdeaState;
  findings: Finding[];
  at: Date;
  publishedAt?: Date | null;
};

/** Writes a new idea with its counters. */
export async function insertIdea(tx: Tx, idea: NewIdea): Promise<void> {
  const sent = idea.state === 'borrador' ? null : idea.at;
  await tx
    .insertInto('idea')
    .values({
      id: idea.id,
      commitment_id: idea.commitmentId,
      author_id: idea.authorId,
      origin: idea.origin,
      state: idea.state,
      title: idea.title,
      description: idea.description,
      lang: idea.lang,
      locality_code: idea.localityCode,
      findings: idea.findings,
      created_at: idea.at,
      submitted_at: sent,
      published_at: idea.publishedAt ?? null,
      step: idea.publishedAt ? 'revisada' : 'idea',
      reviewed_at: null,
      lot: sql<number>`floor(random() * 2147483647)::int`,
    })
    .execute();
  await tx
    .insertInto('idea_stats')
    .values({ idea_id: idea.id, commitment_id: idea.commitmentId })
    .execute();
}

export type IdeaChange = Partial<{
  commitment_id: string;
  title: string;
  description: string;
  lang: string;
  locality_code: string | null;
  state: IdeaState;
  step: IdeaStep;
  state_reason: string;
  duplicate_of: string | null;
  findings: Finding[];
  version: number;
  reviewed_version: number;
  submitted_at: Date;
  reviewed_at: Date;
  published_at: Date;
  edited_at: Date;
  withdrawn_at: Date;
  edit_review_at: Date | null;
}>;

/** Changes columns of one idea; the caller holds its lock. */
export async function updateIdea(tx: Tx, id: string, change: IdeaChange): Promise<void> {
  await tx.updateTable('idea').set(change).where('id', '=', id).execute();
  if (change.commitment_id)
    await tx
      .updateTable('idea_stats')
      .set({ commitment_id: change.commitment_id })
      .where('idea_id', '=', id)
      .execute();
}

/** Moves ideas forward to a step and notes when and why; those already there or beyond stay. Returns the moved ones. */
export async function moveForward(
  tx: Tx,
  ids: string[],
  step: IdeaStep,
  earlier: readonly IdeaStep[],
  note: string,
  at: Date,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const moved = await tx
    .updateTable('idea')
    .set({ step })
    .where('id', 'in', ids)
    .where('step', 'in', [...earlier])
    .returning('id')
    .execute();
  await insertStepEntries(
    tx,
    moved.map((row) => row.id),
    step,
    note,
    at,
  );
  return moved.map((row) => row.id);
}

/** Notes that ideas reached a step; the first time stands. */
export async function insertStepEntries(
  tx: Tx,
  ids: string[],
  step: IdeaStep,
  note: string,
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insertInto('idea_step_entry')
    .values(ids.map((id) => ({ idea_id: id, step, reached_at: at, note })))
    .onConflict((oc) => oc.columns(['idea_id', 'step']).doNothing())
    .execute();
}

/** The commitment with this slug in the active plan, or nothing. */
export async function selectCommitmentId(
  db: Db,
  slug: string,
): Promise<{ id: string; publishesFirst: boolean } | null> {
  const row = await db
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .select(['commitment.id', 'plan.publishes_first'])
    .where('commitment.slug', '=', slug)
    .where('plan.state', '=', 'active')
    .executeTakeFirst();
  return row ? { id: row.id, publishesFirst: row.publishes_first } : null;
}

/** Who holds the idea in the triage queue at this moment. Written by `moderation`; ideas only ask. */
export async function claimedBy(db: Db, ideaId: string, at: Date): Promise<string | null> {
  const row = await sql<{
    moderator_id: string;
  }>`
    select moderator_id
    from triage_claim
    where idea_id = ${ideaId} and expires_at > ${at}
  `.execute(db);
  return row.rows[0]?.moderator_id ?? null;
}

/**
 * The phase of a kind in the active plan of a commitment, if that is one. The plan is held, so that it does
 * not end while what the phase allows is written.
 */
export async function selectPhaseOf(
  db: Db,
  commitmentId: string,
  kind: 'ideas' | 'apoyos',
): Promise<{ opensAt: Date; closesAt: Date } | null> {
  const row = await db
    .selectFrom('phase')
    .innerJoin('commitment', 'commitment.plan_id', 'phase.plan_id')
    .innerJoin('plan', 'plan.id', 'phase.plan_id')
    .select(['phase.opens_at as opensAt', 'phase.closes_at as closesAt'])
    .where('commitment.id', '=', commitmentId)
    .where('phase.kind', '=', kind)
    .where('plan.state', '=', 'active')
    .forKeyShare('plan')
    .executeTakeFirst();
  return row ?? null;
}
