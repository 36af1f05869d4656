import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { CarriedIdea, IdeaOption, ProposalFields } from './types.ts';

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

export async function insertIdeas(
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
  if (filter.text) query = query.where(sql<boolean>`search_matches(i.search, ${filter.text})`);
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
