import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { decideProposal } from '#app/domains/circle/decide-proposal.server.ts';
import { findDecisionsOfIdea } from '#app/domains/circle/find-decisions-of-idea.server.ts';
import { findDecisionsOfProposals } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { getDesk } from '#app/domains/circle/get-desk.server.ts';
import { tellDecided } from '#app/domains/circle/jobs.server.ts';
import { listDecisionPage, listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { listDesk } from '#app/domains/circle/list-desk.server.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { personalData } from '#app/domains/circle/personal-data.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { returnDeferred } from '#app/domains/circle/return-deferred.server.ts';
import type { DecisionInput } from '#app/domains/circle/schema.ts';
import { seatMember } from '#app/domains/circle/seat-member.server.ts';
import type { DecisionCode, FrozenVotes } from '#app/domains/circle/types.ts';
import { writeNote } from '#app/domains/circle/write-note.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newMember, newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newActors } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase, queuedJobs } from '#tests/integration/database.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

const database = freshDatabase();
const day = 86_400_000;
type Person = Actor & { personId: string };
let plan: TestPlan;
/** Two members of each sector on the first commission, one member of the second. */
let gov: Person[];
let civil: Person[];
let outsider: Person;

beforeAll(async () => {
  plan = await newPlan(database.db);
  const here = [plan.commitments[0]!.id];
  gov = [
    (await newMember(database.db, { sector: 'gobierno', commitmentIds: here })).actor,
    (await newMember(database.db, { sector: 'gobierno', commitmentIds: here })).actor,
  ];
  civil = [
    (await newMember(database.db, { sector: 'civil', commitmentIds: here })).actor,
    (await newMember(database.db, { sector: 'civil', commitmentIds: here })).actor,
  ];
  outsider = (
    await newMember(database.db, { sector: 'civil', commitmentIds: [plan.commitments[1]!.id] })
  ).actor;
});

async function received(count = 2): Promise<{ id: string; ideaIds: string[] }> {
  const commitmentId = plan.commitments[0]!.id;
  const ideaIds: string[] = [];
  for (let n = 0; n < count; n += 1)
    ideaIds.push(
      (await newIdea(database.db, { commitmentId, row: { step: 'ante_el_circulo' } })).id,
    );
  const { id } = await newProposal(database.db, { commitmentId, ideaIds });
  return { id, ideaIds };
}

/** One of each sector sits down and votes. */
async function sit(
  id: string,
  votes: [
    'a_favor' | 'en_contra' | 'abstencion' | null,
    'a_favor' | 'en_contra' | 'abstencion' | null,
  ] = ['a_favor', 'a_favor'],
): Promise<void> {
  for (const [index, member] of [gov[0]!, civil[0]!].entries()) {
    await recordAttendance(member, id, true);
    const vote = votes[index];
    if (vote) await castVote(member, id, vote);
  }
}

const answer = (
  decision: DecisionCode,
  ideaIds: string[],
  more: Partial<DecisionInput> = {},
): DecisionInput => ({
  decision,
  reasons: 'Porque así lo permite el presupuesto.',
  until: undefined,
  taken: Object.fromEntries(
    ideaIds.map((id) => [id, decision === 'no_adoptada' ? '' : 'Entra en el hito 2.']),
  ),
  notTaken: Object.fromEntries(
    ideaIds.map((id) => [id, decision === 'adoptada' ? '' : 'La hora exacta no se publica.']),
  ),
  ...more,
});

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

describe('people at the table', () => {
  it('who does not sit on the commission reads, and does nothing else', async () => {
    const { id, ideaIds } = await received(1);
    await writeNote(gov[0]!, id, 'Conviene preguntar a Hacienda.');
    for (const act of [
      () => recordAttendance(outsider, id, true),
      () => castVote(outsider, id, 'a_favor'),
      () => writeNote(outsider, id, 'Hola.'),
      () => decideProposal(outsider, id, answer('adoptada', ideaIds)),
    ]) {
      await expect(act()).rejects.toMatchObject({
        kind: 'forbidden',
        reason: 'circle_not_in_commission',
      });
    }
    const [monitor, coordinator, citizen, moderator] = [
      await newActor(database.db, { roles: ['monitoreo'] }),
      await newActor(database.db, { roles: ['coordinacion'] }),
      await newActor(database.db),
      await newActor(database.db, { roles: ['moderacion'] }),
    ];
    for (const actor of [monitor, coordinator, citizen])
      await expect(castVote(actor, id, 'a_favor')).rejects.toMatchObject({
        kind: 'forbidden',
        reason: 'role_missing',
      });
    expect((await getDesk(database.db, gov[1]!, id, 'es')).notes).toMatchObject([
      { body: 'Conviene preguntar a Hacienda.' },
    ]);
    for (const actor of [monitor, coordinator])
      expect(await getDesk(database.db, actor, id, 'en')).toMatchObject({
        can: { act: false, readNotes: true },
        notes: [{}],
      });
    expect(await getDesk(database.db, outsider, id, 'es')).toMatchObject({
      can: { act: false, readNotes: false },
      notes: [],
    });
    for (const actor of [citizen, moderator])
      await expect(getDesk(database.db, actor, id, 'es')).rejects.toMatchObject({
        kind: 'forbidden',
      });
  });

  it('who is out of term does not sit there', async () => {
    const { id } = await received(1);
    const former = await newMember(database.db, {
      sector: 'civil',
      commitmentIds: [plan.commitments[0]!.id],
    });
    await database.db
      .updateTable('circle_member')
      .set({ starts_on: '2020-01-01', ends_on: '2020-12-31' })
      .where('id', '=', former.memberId)
      .execute();
    await expect(recordAttendance(former.actor, id, true)).rejects.toMatchObject({
      reason: 'circle_not_in_commission',
    });
    expect(
      (await getDesk(database.db, gov[0]!, id, 'es')).seats.map((seat) => seat.memberId),
    ).not.toContain(former.memberId);
  });

  it('vote from the table, change their vote, and take it along when they leave', async () => {
    const { id } = await received(1);
    await expect(castVote(gov[0]!, id, 'a_favor')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'circle_not_present',
    });
    await recordAttendance(gov[0]!, id, true);
    await castVote(gov[0]!, id, 'a_favor');
    await castVote(gov[0]!, id, 'abstencion');
    expect(await getDesk(database.db, gov[0]!, id, 'es')).toMatchObject({
      own: { present: true, vote: 'abstencion' },
      votes: { gobierno: { a_favor: 0, abstencion: 1 } },
    });
    await recordAttendance(gov[0]!, id, false);
    expect((await getDesk(database.db, gov[0]!, id, 'es')).votes.gobierno.abstencion).toBe(0);
  });

  it('find no table for a draft or an unknown proposal', async () => {
    const draft = await newProposal(database.db, {
      commitmentId: plan.commitments[0]!.id,
      ideaIds: [],
      state: 'lista',
    });
    for (const id of [draft.id, 'x', undefined]) {
      await expect(getDesk(database.db, gov[0]!, id, 'es')).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(castVote(gov[0]!, id, 'a_favor')).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('see first what their own commissions have, the overdue on top', async () => {
    const { id } = await received(1);
    await database.db
      .updateTable('proposal')
      .set({ due_at: new Date(Date.now() - day) })
      .where('id', '=', id)
      .execute();
    const other = await newProposal(database.db, {
      commitmentId: plan.commitments[1]!.id,
      ideaIds: [],
    });
    const desk = await listDesk(database.db, gov[0]!, 'es');
    expect(desk.own[0]).toMatchObject({ id, isOverdue: true });
    expect(desk.others.map((proposal) => proposal.id)).toEqual([other.id]);
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

describe('telling people', () => {
  it('reaches each author and supporter once, also when the job runs again or twice at once', async () => {
    const commitmentId = plan.commitments[0]!.id;
    const author = await newActor(database.db);
    const ideas = [
      await newIdea(database.db, { commitmentId, authorId: author.personId }),
      await newIdea(database.db, { commitmentId, authorId: author.personId }),
    ];
    const supporters = await newActors(database.db, 4);
    for (const person of supporters)
      for (const idea of ideas) await castSupport(person, { ideaId: idea.id, act: 'apoyar' });
    const { id } = await newProposal(database.db, {
      commitmentId,
      ideaIds: ideas.map((idea) => idea.id),
    });
    await sit(id);
    const { id: decisionId } = await decideProposal(
      gov[0]!,
      id,
      answer(
        'adoptada',
        ideas.map((idea) => idea.id),
      ),
    );
    await Promise.all([tellDecided(decisionId), tellDecided(decisionId)]);
    await tellDecided(decisionId);
    const told = await database.db
      .selectFrom('notice')
      .select(['person_id', 'kind', 'params'])
      .where('subject_id', '=', id)
      .execute();
    expect(told.map((notice) => notice.person_id).sort()).toEqual(
      [author.personId, ...supporters.map((person) => person.personId)].sort(),
    );
    expect(
      told.every(
        (notice) =>
          notice.kind === 'proposal_decided' &&
          (notice.params as { decision: string }).decision === 'adoptada',
      ),
    ).toBe(true);
  });

  it('works in batches for thousands', async () => {
    const commitmentId = plan.commitments[0]!.id;
    const idea = await newIdea(database.db, { commitmentId });
    await sql`
      with made as (
        insert into person (id, email, name, created_at)
        select gen_random_uuid(), 'masa-' || n || '@prueba.convite', 'Persona', now()
        from generate_series(1, 1203) n
        returning id
      )
      insert into support (idea_id, person_id, created_at)
      select ${idea.id}, id, now()
      from made
    `.execute(database.db);
    const { id } = await newProposal(database.db, { commitmentId, ideaIds: [idea.id] });
    await sit(id);
    const { id: decisionId } = await decideProposal(gov[0]!, id, answer('adoptada', [idea.id]));
    await tellDecided(decisionId);
    const { n } = await database.db
      .selectFrom('notice')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(1204);
  });
});

describe('the Circle in public', () => {
  it('lists decisions page by page, of all commitments or of some', async () => {
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

  it('seats members by coordination, with role and commissions, and renews them', async () => {
    const coordinator = await newActor(database.db, { roles: ['coordinacion'] });
    const person = await newActor(database.db, { name: 'Sofía Rincón' });
    const seat = {
      email: person.email!,
      sector: 'civil' as const,
      organisation: 'Veeduría de andenes',
      commissions: [plan.commitments[0]!.slug],
      from: undefined,
      until: undefined,
    };
    await expect(seatMember(gov[0]!, seat)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      seatMember(coordinator, { ...seat, commissions: ['no-hay'] }),
    ).rejects.toMatchObject({ errors: { comisiones: ['value_unknown'] } });
    await expect(
      seatMember(coordinator, { ...seat, email: 'nadie@prueba.convite' }),
    ).rejects.toMatchObject({ errors: { correo: ['person_unknown'] } });
    const { id } = await seatMember(coordinator, seat);
    expect(
      await seatMember(coordinator, {
        ...seat,
        commissions: plan.commitments.map((each) => each.slug),
      }),
    ).toEqual({ id });
    const member = (await listMembers(database.db, 'es')).find((each) => each.id === id);
    expect(member).toMatchObject({
      name: 'Sofía Rincón',
      sector: 'civil',
      organisation: 'Veeduría de andenes',
      endsOn: null,
      commissions: [{ number: 1 }, { number: 2 }],
    });
    const grants = await database.db
      .selectFrom('role_grant')
      .select(['role', 'scope_id'])
      .where('person_id', '=', person.personId)
      .execute();
    expect(grants).toEqual([{ role: 'circulo', scope_id: 'civil' }]);
    expect(
      await listAudit(database.db, { action: 'circle.member-seated', subjectId: id, limit: 5 }),
    ).toHaveLength(2);
  });

  it('forgets who leaves: no seat, no organisation, no name, and the votes stay', async () => {
    const { actor, memberId } = await newMember(database.db, {
      sector: 'civil',
      commitmentIds: [plan.commitments[0]!.id],
    });
    const { id, ideaIds } = await received(1);
    await recordAttendance(actor, id, true);
    await castVote(actor, id, 'a_favor');
    await writeNote(actor, id, 'Mi nota.');
    await sit(id);
    await recordAttendance(civil[1]!, id, true);
    await decideProposal(gov[0]!, id, answer('adoptada', ideaIds));
    expect(await personalData.collect(database.db, actor.personId)).toMatchObject({
      circulo: {
        sector: 'civil',
        votos: [{ voto: 'a_favor' }],
        notas: [{ texto: 'Mi nota.' }],
        asistencias: [{ presente: true }],
      },
    });
    await inTransaction(async (tx) => {
      await personalData.erase(tx, actor.personId);
      await tx
        .updateTable('person')
        .set({ name: 'Persona retirada', email: null, erased_at: new Date() })
        .where('id', '=', actor.personId)
        .execute();
    });
    const [kept] = await findDecisionsOfProposals(database.db, [id]);
    expect(kept!.seats.find((seat) => seat.memberId === memberId)).toMatchObject({
      name: null,
      organisation: '',
      vote: 'a_favor',
    });
    expect((await listMembers(database.db, 'es')).map((member) => member.id)).not.toContain(
      memberId,
    );
  });
});
