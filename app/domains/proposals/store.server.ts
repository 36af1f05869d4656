import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { isOverdue } from './rules.ts';
import type { LockedProposal, ProposalFields, ProposalView } from './types.ts';
import { selectCarriedIdeas, insertIdeas } from './idea.store.server.ts';

/** One proposal in any state, or nothing. */
export async function selectProposal(
  db: Db,
  id: string,
  locale: Locale,
  at: Date,
): Promise<ProposalView | null> {
  const row = await db
    .selectFrom('proposal as p')
    .innerJoin('commitment as c', 'c.id', 'p.commitment_id')
    .selectAll('p')
    .select(['c.slug', 'c.number as commitment_number', `c.short_title_${locale} as short_title`])
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const ideas = await selectCarriedIdeas(db, [id]);
  return {
    id: row.id,
    number: row.number,
    commitment: {
      id: row.commitment_id,
      slug: row.slug,
      number: row.commitment_number,
      shortTitle: row.short_title,
    },
    title: row.title,
    problem: row.problem,
    body: row.body,
    lang: row.lang,
    state: row.state,
    version: row.version,
    createdAt: row.created_at,
    readiedAt: row.readied_at,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    isOverdue: isOverdue({ state: row.state, dueAt: row.due_at }, at),
    ideas: ideas.get(id) ?? [],
  };
}

/** Locks a proposal's row until the transaction ends and reads it with its ideas; nothing when there is none. */
export async function lockProposalRow(tx: Tx, id: string): Promise<LockedProposal | null> {
  const locked = await tx
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return null;
  const plan = await tx
    .selectFrom('commitment')
    .innerJoin('plan', 'plan.id', 'commitment.plan_id')
    .select('plan.state')
    .where('commitment.id', '=', locked.commitment_id)
    .executeTakeFirstOrThrow();
  const ideas = await selectCarriedIdeas(tx, [id]);
  return {
    id,
    number: locked.number,
    commitmentId: locked.commitment_id,
    planState: plan.state,
    title: locked.title,
    problem: locked.problem,
    body: locked.body,
    state: locked.state,
    version: locked.version,
    dueAt: locked.due_at,
    ideas: ideas.get(id) ?? [],
  };
}

export type NewProposal = ProposalFields & {
  id: string;
  commitmentId: string;
  lang: string;
  createdBy: string | null;
  at: Date;
};

/** Writes a new draft with its ideas. */
export async function insertProposal(tx: Tx, proposal: NewProposal): Promise<void> {
  await tx
    .insertInto('proposal')
    .values({
      id: proposal.id,
      commitment_id: proposal.commitmentId,
      title: proposal.title,
      problem: proposal.problem,
      body: proposal.body,
      lang: proposal.lang,
      state: 'borrador',
      created_by: proposal.createdBy,
      created_at: proposal.at,
    })
    .execute();
  await insertIdeas(tx, proposal.id, proposal.ideas, false);
}

/** Writes a dossier's texts and ideas anew; the caller holds its lock. */
export async function updateFields(
  tx: Tx,
  proposal: Pick<LockedProposal, 'id' | 'state' | 'version'>,
  fields: ProposalFields,
): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({
      title: fields.title,
      problem: fields.problem,
      body: fields.body,
      version: proposal.version + 1,
    })
    .where('id', '=', proposal.id)
    .execute();
  await tx.deleteFrom('proposal_idea').where('proposal_id', '=', proposal.id).execute();
  await insertIdeas(tx, proposal.id, fields.ideas, proposal.state !== 'borrador');
}

/** Marks a proposal ready: from here its ideas are in no other. */
export async function markReady(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ state: 'lista', readied_at: at })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('proposal_idea')
    .set({ is_live: true })
    .where('proposal_id', '=', id)
    .execute();
}

/** Moves a proposal between the states that the Circle knows. */
export async function updateState(
  tx: Tx,
  id: string,
  change: { state: 'enviada'; sentAt?: Date; dueAt: Date } | { state: 'aplazada' | 'decidida' },
): Promise<void> {
  const dates =
    change.state === 'enviada'
      ? { due_at: change.dueAt, ...(change.sentAt ? { sent_at: change.sentAt } : {}) }
      : {};
  await tx
    .updateTable('proposal')
    .set({ state: change.state, ...dates })
    .where('id', '=', id)
    .execute();
}
