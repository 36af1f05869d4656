import { sql } from 'kysely';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import type {
  DecisionCode,
  DecisionOfIdea,
  DecisionSummary,
  FrozenVotes,
  IdeaAnswer,
  NamedSeat,
  ProposalDecision,
} from './types.ts';

export type NewDecision = {
  id: string;
  proposalId: string;
  decision: DecisionCode;
  reasons: string;
  lang: string;
  until: string | null;
  at: Date;
  memberId: string;
  votes: FrozenVotes;
  answers: IdeaAnswer[];
};

/** Writes a decision with the answer to each idea; a second final one is refused by `circle_decision_final`. */
export async function insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
  await tx
    .insertInto('circle_decision')
    .values({
      id: decision.id,
      proposal_id: decision.proposalId,
      decision: decision.decision,
      reasons: decision.reasons,
      lang: decision.lang,
      until_on: decision.until,
      decided_at: decision.at,
      decided_by: decision.memberId,
      votes: JSON.stringify(decision.votes),
    })
    .execute();
  const answers = decision.answers.filter(
    (answer) => answer.taken !== '' || answer.notTaken !== '',
  );
  if (answers.length === 0) return;
  await tx
    .insertInto('circle_decision_idea')
    .values(
      answers.map((answer) => ({
        decision_id: decision.id,
        idea_id: answer.ideaId,
        taken: answer.taken,
        not_taken: answer.notTaken,
      })),
    )
    .execute();
}

const frozen = (votes: unknown): FrozenVotes => votes as FrozenVotes;

/** Every decision on some proposals, the latest first, with answers and who sat there. */
export async function selectDecisions(db: Db, proposalIds: string[]): Promise<ProposalDecision[]> {
  if (proposalIds.length === 0) return [];
  const rows = await db
    .selectFrom('circle_decision')
    .selectAll()
    .where('proposal_id', 'in', proposalIds)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const answers = await db
    .selectFrom('circle_decision_idea')
    .selectAll()
    .where(
      'decision_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const memberIds = [
    ...new Set(rows.flatMap((row) => frozen(row.votes).seats.map((seat) => seat.memberId))),
  ];
  const names = new Map<string, { name: string | null; organisation: string }>();
  if (memberIds.length > 0) {
    const members = await db
      .selectFrom('circle_member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['m.id', 'm.organisation'])
      .select((eb) =>
        eb.case().when('p.erased_at', 'is', null).then(eb.ref('p.name')).end().as('name'),
      )
      .where('m.id', 'in', memberIds)
      .execute();
    for (const member of members)
      names.set(member.id, { name: member.name, organisation: member.organisation });
  }
  return rows.map((row) => ({
    id: row.id,
    proposalId: row.proposal_id,
    decision: row.decision,
    reasons: row.reasons,
    lang: row.lang,
    until: row.until_on,
    decidedAt: row.decided_at,
    votes: frozen(row.votes).bySector,
    seats: frozen(row.votes).seats.map((seat): NamedSeat => ({
      ...seat,
      ...(names.get(seat.memberId) ?? { name: null, organisation: '' }),
    })),
    answers: answers
      .filter((answer) => answer.decision_id === row.id)
      .map((answer) => ({
        ideaId: answer.idea_id,
        taken: answer.taken,
        notTaken: answer.not_taken,
      })),
  }));
}

/** What was decided about an idea in each proposal that carried it, the latest first. */
export async function selectDecisionsOfIdea(db: Db, ideaId: string): Promise<DecisionOfIdea[]> {
  const rows = await db
    .selectFrom('proposal_idea as pi')
    .innerJoin('proposal as p', 'p.id', 'pi.proposal_id')
    .innerJoin('circle_decision as d', 'd.proposal_id', 'p.id')
    .leftJoin('circle_decision_idea as di', (join) =>
      join.onRef('di.decision_id', '=', 'd.id').onRef('di.idea_id', '=', 'pi.idea_id'),
    )
    .select([
      'p.id as proposalId',
      'p.number as proposalNumber',
      'p.title as proposalTitle',
      'd.decision',
      'd.reasons',
      'd.lang',
      'd.until_on',
      'd.decided_at as decidedAt',
      'd.votes',
      'di.taken',
      'di.not_taken as notTaken',
    ])
    .where('pi.idea_id', '=', ideaId)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  return rows.map(({ until_on, votes, taken, notTaken, ...row }) => ({
    ...row,
    taken: taken ?? '',
    notTaken: notTaken ?? '',
    until: until_on,
    votes: frozen(votes).bySector,
  }));
}

export type DecisionRow = DecisionSummary & { decidedMicros: string };

/** The Circle's decisions, the latest first, one more than asked when there is a next page. */
export async function selectRecentDecisions(
  db: Db,
  query: {
    limit: number;
    commitmentIds?: string[] | undefined;
    before?: { decidedMicros: string; id: string } | undefined;
  },
  locale: Locale,
): Promise<DecisionRow[]> {
  if (query.commitmentIds?.length === 0) return [];
  let found = db
    .selectFrom('circle_decision as d')
    .innerJoin('proposal as p', 'p.id', 'd.proposal_id')
    .innerJoin('commitment as c', 'c.id', 'p.commitment_id')
    .select([
      'd.id',
      'd.decision',
      'd.reasons',
      'd.lang',
      'd.decided_at',
      'd.until_on',
      'd.votes',
      'p.id as proposal_id',
      'p.number as proposal_number',
      'p.title',
      'p.lang as title_lang',
      'c.slug',
      'c.number as commitment_number',
      `c.short_title_${locale} as short_title`,
    ])
    .select(
      sql<string>`((extract(epoch from d.decided_at) * 1000000)::bigint)::text`.as('decided_us'),
    )
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(query.limit + 1);
  if (query.commitmentIds) found = found.where('p.commitment_id', 'in', query.commitmentIds);
  if (query.before)
    found = found.where(
      sql<boolean>`
        (d.decided_at, d.id) < (
          'epoch'::timestamptz + ${query.before.decidedMicros}::bigint * interval '1 microsecond',
          ${query.before.id}::uuid
        )
      `,
    );
  return (await found.execute()).map((row) => ({
    id: row.id,
    proposalId: row.proposal_id,
    proposalNumber: row.proposal_number,
    title: row.title,
    titleLang: row.title_lang,
    commitment: { slug: row.slug, number: row.commitment_number, shortTitle: row.short_title },
    decision: row.decision,
    reasons: row.reasons,
    lang: row.lang,
    decidedAt: row.decided_at,
    until: row.until_on,
    votes: frozen(row.votes).bySector,
    decidedMicros: row.decided_us,
  }));
}

/** How many decisions of each kind there are. */
export async function countDecisions(db: Db): Promise<Map<DecisionCode, number>> {
  const rows = await db
    .selectFrom('circle_decision')
    .groupBy('decision')
    .select((eb) => ['decision', eb.fn.countAll<number>().as('n')])
    .execute();
  return new Map(rows.map((row) => [row.decision, Number(row.n)]));
}

/** One decision with its proposal, for telling people. */
export async function selectDecision(
  db: Db,
  id: string,
): Promise<{ proposalId: string; decision: DecisionCode; until: string | null } | null> {
  const row = await db
    .selectFrom('circle_decision')
    .select(['proposal_id', 'decision', 'until_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row
    ? {
        proposalId: row.proposal_id,
        decision: row.decision,
        until: row.until_on,
      }
    : null;
}

/** Deferred proposals whose date has come, by the date of their latest deferral. */
export async function selectReturning(db: Db, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id
    from proposal p
    where p.state = 'aplazada'
      and (
        select d.until_on
        from circle_decision d
        where d.proposal_id = p.id
        order by d.decided_at desc, d.id desc
        limit 1
      ) <= ${day}::date
    order by p.id
  `.execute(db);
  return rows.map((row) => row.id);
}
