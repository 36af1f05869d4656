import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { decideProposal } from '#app/domains/circle/decide-proposal.server.ts';
import { findDecisionsOfProposals } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { tellDecided } from '#app/domains/circle/jobs.server.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { personalData } from '#app/domains/circle/personal-data.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { seatMember } from '#app/domains/circle/seat-member.server.ts';
import { writeNote } from '#app/domains/circle/write-note.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newMember, newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newActors } from '#tests/factories/people.ts';
import { received, sit, answer, database, plan, gov, civil } from './commission.ts';

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
      await sql`select forget_person(${actor.personId}, ${new Date()})`.execute(tx);
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
