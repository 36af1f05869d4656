import { describe, expect, it } from 'vitest';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { decideProposal } from '#app/domains/circle/decide-proposal.server.ts';
import { findDecisionsOfIdea } from '#app/domains/circle/find-decisions-of-idea.server.ts';
import { findDecisionsOfProposals } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { getDesk } from '#app/domains/circle/get-desk.server.ts';
import { listDecisionPage, listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { returnDeferred } from '#app/domains/circle/return-deferred.server.ts';
import type { FrozenVotes } from '#app/domains/circle/types.ts';
import { writeNote } from '#app/domains/circle/write-note.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { queuedJobs } from '#tests/integration/database.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { answer, civil, database, day, gov, plan, received, sit } from './commission.ts';

describe('a decision', () => {
  it('closes the proposal, moves its ideas, freezes votes and leaves one job', async () => {
    const { id, ideaIds } = await received();
    await sit(id);
    const { id: decisionId } = await decideProposal(
      gov[0]!,
      id,
      answer('adoptada_en_parte', ideaIds),
    );
    expect((await getProposal(database.db, id, 'es')).state).toBe('decidida');
    for (const ideaId of ideaIds) {
      expect((await getIdea(database.db, ideaId)).step).toBe('decidida');
      expect(await findDecisionsOfIdea(database.db, ideaId)).toMatchObject([
        {
          proposalId: id,
          decision: 'adoptada_en_parte',
          taken: 'Entra en el hito 2.',
          notTaken: 'La hora exacta no se publica.',
          until: null,
          votes: { gobierno: { a_favor: 1 }, civil: { a_favor: 1 } },
        },
      ]);
    }
    const [kept] = await findDecisionsOfProposals(database.db, [id]);
    expect(kept!.seats.map((seat) => [seat.sector, seat.present, seat.vote]).sort()).toEqual([
      ['civil', false, null],
      ['civil', true, 'a_favor'],
      ['gobierno', false, null],
      ['gobierno', true, 'a_favor'],
    ]);
    expect(
      (await queuedJobs<{ decisionId: string }>(database, 'circle.tell-decision')).filter(
        (job) => job.decisionId === decisionId,
      ),
    ).toHaveLength(1);
    const audited = await listAudit(database.db, {
      subjectKind: 'propuesta',
      subjectId: id,
      limit: 20,
    });
    expect(
      audited.map((row) => row.action).filter((action) => action === 'circle.proposal-decided'),
    ).toHaveLength(1);
    for (const act of [
      () => castVote(civil[0]!, id, 'en_contra'),
      () => recordAttendance(civil[1]!, id, true),
      () => writeNote(gov[0]!, id, 'Tarde.'),
      () => decideProposal(gov[0]!, id, answer('adoptada', ideaIds)),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: 'conflict', reason: 'proposal_decided' });
    }
  });

  it('needs half of each sector', async () => {
    const { id, ideaIds } = await received(1);
    await recordAttendance(gov[0]!, id, true);
    await recordAttendance(gov[1]!, id, true);
    await castVote(gov[0]!, id, 'a_favor');
    await expect(decideProposal(gov[0]!, id, answer('adoptada', ideaIds))).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'sin_quorum',
      params: { civil: 0, civil_needed: 1 },
    });
    await recordAttendance(civil[1]!, id, true);
    await decideProposal(gov[0]!, id, answer('adoptada', ideaIds));
  });

  it('leaves recused members out: with the only other one away there is no quorum', async () => {
    const { id, ideaIds } = await received(1);
    await sit(id);
    await castVote(civil[0]!, id, 'impedimento');
    await expect(decideProposal(gov[0]!, id, answer('adoptada', ideaIds))).rejects.toMatchObject({
      reason: 'sin_quorum',
    });
    await recordAttendance(civil[1]!, id, true);
    await decideProposal(gov[0]!, id, answer('adoptada', ideaIds));
    const [kept] = await findDecisionsOfProposals(database.db, [id]);
    expect(kept!.votes.civil).toEqual({ a_favor: 0, en_contra: 0, abstencion: 0, impedimento: 1 });
  });

  it('agrees with the majority; a tie only defers', async () => {
    const { id, ideaIds } = await received(1);
    await sit(id, ['a_favor', 'en_contra']);
    await expect(decideProposal(gov[0]!, id, answer('adoptada', ideaIds))).rejects.toMatchObject({
      reason: 'circle_votes_tied',
    });
    await castVote(gov[0]!, id, 'en_contra');
    await expect(decideProposal(gov[0]!, id, answer('adoptada', ideaIds))).rejects.toMatchObject({
      reason: 'circle_votes_disagree',
    });
    await decideProposal(gov[0]!, id, answer('no_adoptada', ideaIds));
    expect((await findDecisionsOfIdea(database.db, ideaIds[0]!))[0]).toMatchObject({
      decision: 'no_adoptada',
      taken: '',
      notTaken: 'La hora exacta no se publica.',
    });
  });

  it('answers each idea, field by field, before anything is written', async () => {
    const { id, ideaIds } = await received();
    await sit(id);
    await expect(
      decideProposal(
        gov[0]!,
        id,
        answer('adoptada', ideaIds, { taken: { [ideaIds[0]!]: 'Todo.' } }),
      ),
    ).rejects.toMatchObject({ errors: { [`tomado.${ideaIds[1]}`]: ['circle_taken_missing'] } });
    await expect(decideProposal(gov[0]!, id, answer('aplazada', ideaIds))).rejects.toMatchObject({
      errors: { hasta: ['circle_until_missing'] },
    });
    await expect(
      decideProposal(gov[0]!, id, answer('aplazada', ideaIds, { until: civilDay(new Date()) })),
    ).rejects.toMatchObject({ errors: { hasta: ['circle_until_past'] } });
    expect(await findDecisionsOfProposals(database.db, [id])).toEqual([]);
    expect((await getProposal(database.db, id, 'es')).state).toBe('enviada');
  });

  it('of two members at once is one; the other hears that it was decided', async () => {
    const { id, ideaIds } = await received();
    await sit(id);
    const results = await Promise.allSettled([
      decideProposal(gov[0]!, id, answer('adoptada', ideaIds)),
      decideProposal(civil[0]!, id, answer('adoptada_en_parte', ideaIds)),
      decideProposal(gov[0]!, id, answer('adoptada', ideaIds)),
      decideProposal(civil[0]!, id, answer('adoptada', ideaIds)),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ kind: 'conflict', reason: 'proposal_decided' });
    expect(await findDecisionsOfProposals(database.db, [id])).toHaveLength(1);
  });

  it('freezes exactly the votes it was decided with, however they change meanwhile', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, ideaIds } = await received(1);
      await sit(id);
      const results = await Promise.allSettled([
        castVote(civil[0]!, id, 'en_contra'),
        castVote(gov[0]!, id, 'en_contra'),
        decideProposal(gov[0]!, id, answer('adoptada', ideaIds)),
        recordAttendance(civil[0]!, id, false),
      ]);
      const decided = results[2]!;
      const rows = await database.db
        .selectFrom('circle_decision')
        .select('votes')
        .where('proposal_id', '=', id)
        .execute();
      expect(rows).toHaveLength(decided.status === 'fulfilled' ? 1 : 0);
      if (decided.status !== 'fulfilled') continue;
      const votes = rows[0]!.votes as unknown as FrozenVotes;
      const inFavour = votes.bySector.gobierno.a_favor + votes.bySector.civil.a_favor;
      const against = votes.bySector.gobierno.en_contra + votes.bySector.civil.en_contra;
      expect(inFavour).toBeGreaterThan(against);
      const stored = await database.db
        .selectFrom('circle_vote')
        .select(['member_id', 'vote'])
        .where('proposal_id', '=', id)
        .execute();
      for (const row of stored)
        expect(votes.seats.find((seat) => seat.memberId === row.member_id)?.vote).toBe(row.vote);
    }
  });
});

describe('a deferral', () => {
  it('puts the proposal off until its date; then it comes back with an empty table', async () => {
    const { id, ideaIds } = await received(1);
    await sit(id, ['a_favor', 'en_contra']);
    const until = civilDay(new Date(Date.now() + 10 * day));
    await decideProposal(
      gov[0]!,
      id,
      answer('aplazada', ideaIds, { until, taken: {}, notTaken: {} }),
    );
    expect((await getProposal(database.db, id, 'es')).state).toBe('aplazada');
    expect((await getIdea(database.db, ideaIds[0]!)).step).toBe('ante_el_circulo');
    expect(await findDecisionsOfIdea(database.db, ideaIds[0]!)).toMatchObject([
      { decision: 'aplazada', until, taken: '', notTaken: '' },
    ]);
    await expect(castVote(gov[0]!, id, 'a_favor')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'proposal_deferred',
    });
    await returnDeferred();
    expect((await getProposal(database.db, id, 'es')).state).toBe('aplazada');
    setClockOffset(11 * day);
    try {
      await Promise.all([returnDeferred(), returnDeferred()]);
      const back = await getProposal(database.db, id, 'es');
      expect(back.state).toBe('enviada');
      expect(back.dueAt!.getTime()).toBeGreaterThan(Date.now() + 70 * day);
      expect(
        await listAudit(database.db, {
          action: 'circle.proposal-returned',
          subjectId: id,
          limit: 5,
        }),
      ).toHaveLength(1);
      expect((await getDesk(database.db, gov[0]!, id, 'es')).quorum.isMet).toBe(false);
      await sit(id);
      await decideProposal(gov[0]!, id, answer('adoptada', ideaIds));
    } finally {
      setClockOffset(0);
    }
    expect(
      (await findDecisionsOfIdea(database.db, ideaIds[0]!)).map((each) => each.decision),
    ).toEqual(['adoptada', 'aplazada']);
  });
});

describe('decisions in public', () => {
  it('are listed page by page, of all commitments or of some', async () => {
    const all = await listDecisions(database.db, { limit: 100, locale: 'es' });
    expect(all.length).toBeGreaterThan(5);
    const paged: string[] = [];
    let before: string | null = null;
    do {
      const page = await listDecisionPage(database.db, { limit: 3, before, locale: 'en' });
      paged.push(...page.items.map((item) => item.id));
      before = page.next;
    } while (before);
    expect(paged).toEqual(all.map((item) => item.id));
    expect(
      await listDecisions(database.db, {
        limit: 5,
        locale: 'es',
        commitmentIds: [plan.commitments[1]!.id],
      }),
    ).toEqual([]);
    expect(await listDecisions(database.db, { limit: 5, locale: 'es', commitmentIds: [] })).toEqual(
      [],
    );
    await expect(
      listDecisions(database.db, { limit: 5, locale: 'es', before: 'x' }),
    ).rejects.toMatchObject({ reason: 'cursor_malformed' });
  });
});
