import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { isOverdue } from './rules.ts';
import type {
  CarriedIdea,
  IdeaOption,
  LockedProposal,
  ProposalFields,
  ProposalState,
  ProposalView,
} from './types.ts';

/** States in which an idea's own words are still shown. */
const shown = ['publicada', 'duplicada', 'retirada'];

/** The ideas of some proposals, in their order, by proposal. */
export async function selectCarriedIdeas(
  db: Db,
  proposalIds: string[],
): Promise<Map<string, CarriedIdea[]>> {
  const found = new Map<string, CarriedIdea[]>(proposalIds.map((id) => [id, []]));
  if (proposalIds.length === 0) return found;
  const rows = await db
    .selectFrom('proposal_idea as pi')
    .innerJoin('idea as i', 'i.id', 'pi.idea_id')
    .innerJoin('idea_stats as s', 's.idea_id', 'i.id')
    .leftJoin('locality as l', 'l.code', 'i.locality_code')
    .select([
      'pi.proposal_id',
      'pi.taken',
      'i.id',
      'i.number',
      'i.title',
      'i.lang',
      'i.state',
      'i.step',
      's.support_count',
      'l.name as locality',
    ])
    .where('pi.proposal_id', 'in', proposalIds)
    .orderBy('pi.position')
    .orderBy('i.number')
    .execute();
  for (const row of rows) {
    found.get(row.proposal_id)?.push({
      id: row.id,
      number: row.number,
      title: shown.includes(row.state) ? row.title : null,
      lang: row.lang,
      state: row.state,
      step: row.step,
      supports: row.support_count,
      locality: row.locality,
      taken: row.taken,
    });
  }
  return found;
}

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
    state: row.state as ProposalState,
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
    state: locked.state as ProposalState,
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

async function insertIdeas(
  tx: Tx,
  proposalId: string,
  ideas: ProposalFields['ideas'],
  isLive: boolean,
): Promise<void> {
  if (ideas.length === 0) return;
  await tx
    .insertInto('proposal_idea')
    .values(
      ideas.map((idea, position) => ({
        proposal_id: proposalId,
        idea_id: idea.id,
        position,
        taken: idea.taken,
        is_live: isLive,
      })),
    )
    .execute();
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

/** Locks these ideas, in one order for all, and says which are published ideas of the commitment. */
export async function lockPublished(
  tx: Tx,
  commitmentId: string,
  ideaIds: string[],
): Promise<string[]> {
  if (ideaIds.length === 0) return [];
  const rows = await tx
    .selectFrom('idea')
    .select('id')
    .where('id', 'in', ideaIds)
    .where('commitment_id', '=', commitmentId)
    .where('state', '=', 'publicada')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** The first of these ideas that another proposal already carries for good. */
export async function selectTakenElsewhere(
  db: Db,
  ideaIds: string[],
  exceptProposalId: string | null,
): Promise<{ ideaNumber: number; proposalNumber: number } | null> {
  if (ideaIds.length === 0) return null;
  let query = db
    .selectFrom('proposal_idea as pi')
    .innerJoin('proposal as p', 'p.id', 'pi.proposal_id')
    .innerJoin('idea as i', 'i.id', 'pi.idea_id')
    .select(['i.number as ideaNumber', 'p.number as proposalNumber'])
    .where('pi.is_live', '=', true)
    .where('pi.idea_id', 'in', ideaIds);
  if (exceptProposalId) query = query.where('pi.proposal_id', '<>', exceptProposalId);
  return (await query.executeTakeFirst()) ?? null;
}

const optionColumns = [
  'i.id',
  'i.number',
  'i.title',
  'i.lang',
  's.support_count as supports',
  'l.name as locality',
  'i.step',
] as const;
const ideaOptions = (db: Db) =>
  db
    .selectFrom('idea as i')
    .innerJoin('idea_stats as s', 's.idea_id', 'i.id')
    .leftJoin('locality as l', 'l.code', 'i.locality_code')
    .select(optionColumns);

/** Published ideas of a commitment that no ready or sent proposal carries, the most supported first. */
export async function selectIdeaOptions(
  db: Db,
  filter: { commitmentId: string; text?: string | undefined; limit: number },
): Promise<IdeaOption[]> {
  let query = ideaOptions(db)
    .where('i.commitment_id', '=', filter.commitmentId)
    .where('i.state', '=', 'publicada')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('proposal_idea as pi')
            .select('pi.idea_id')
            .whereRef('pi.idea_id', '=', 'i.id')
            .where('pi.is_live', '=', true),
        ),
      ),
    )
    .orderBy('s.support_count', 'desc')
    .orderBy('i.id', 'desc')
    .limit(filter.limit);
  if (filter.text)
    query = query.where(
      sql<boolean>`i.search @@ websearch_to_tsquery('public.spanish_unaccented', ${filter.text})`,
    );
  return await query.execute();
}

/** Published ideas by id, in the order of the ids: what a moderator had already chosen. */
export async function selectIdeaOptionsById(
  db: Db,
  commitmentId: string,
  ids: string[],
): Promise<IdeaOption[]> {
  if (ids.length === 0) return [];
  const rows = new Map(
    (
      await ideaOptions(db)
        .where('i.id', 'in', ids)
        .where('i.commitment_id', '=', commitmentId)
        .where('i.state', '=', 'publicada')
        .execute()
    ).map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** Authors and supporters of some ideas who have not been told this yet; people who left are not told. */
export async function selectToTell(
  db: Db,
  notice: { ideaIds: string[]; kind: string; subjectId: string; ref?: string },
  limit: number,
): Promise<string[]> {
  if (notice.ideaIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id
    from person p
    where p.erased_at is null
      and p.id in (
        select author_id
        from idea
        where id = any(${notice.ideaIds}::uuid[]) and author_id is not null
        union
        select person_id
        from support
        where idea_id = any(${notice.ideaIds}::uuid[])
      )
      and not exists (
        select
        from notice n
        where n.person_id = p.id
          and n.kind = ${notice.kind}
          and n.subject_kind = 'propuesta'
          and n.subject_id = ${notice.subjectId}
          and (${notice.ref ?? null}::text is null or n.params->>'ref' = ${notice.ref ?? null})
      )
    order by p.id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}

/** The dossiers that a person began, for their own data. */
export async function selectBegunBy(
  db: Db,
  personId: string,
): Promise<{ id: string; title: string; createdAt: Date }[]> {
  return await db
    .selectFrom('proposal')
    .select(['id', 'title', 'created_at as createdAt'])
    .where('created_by', '=', personId)
    .orderBy('created_at')
    .execute();
}

/** The dossiers stay, without who began them. */
export async function detachCreator(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('proposal')
    .set({ created_by: null })
    .where('created_by', '=', personId)
    .execute();
}
