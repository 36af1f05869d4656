import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClockOffset, now } from '#app/platform/clock/clock.server.ts';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { answerAskBack, findAskBack } from '#app/domains/moderation/answer-ask-back.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import { findLastDecision } from '#app/domains/moderation/find-last-decision.server.ts';
import { releaseIdea } from '#app/domains/moderation/release-idea.server.ts';
import { dueAt, petitionDueAt } from '#app/domains/moderation/rules.ts';
import type { DecisionInput } from '#app/domains/moderation/schema.ts';
import { sweeps } from '#app/domains/moderation/sweeps.server.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newPerson } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { askBack, endings, moderators, noticesOf, reject } from './fixtures.ts';

const database = freshDatabase();
let plan: TestPlan;
beforeAll(async () => void (plan = await newPlan(database.db)));
afterEach(() => setClockOffset(0));

const sent = async (more: Partial<Parameters<typeof newIdea>[1]> = {}) =>
  await newIdea(database.db, { commitmentId: plan.commitments[0]!.id, state: 'enviada', ...more });
const decisionsOf = async (ideaId: string) =>
  await database.db
    .selectFrom('triage_decision')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .orderBy('decided_at')
    .execute();

describe('a triage decision', () => {
  it('publishes, leaves its row and its audit row, ends the claim and tells the author', async () => {
    const [moderator] = await moderators(database.db, 1);
    const idea = await sent();
    await claimIdea(moderator!, idea.id);
    await decideIdea(moderator!, idea.id, { decision: 'publicar', note: 'Clara y completa' });

    expect(await getIdea(database.db, idea.id)).toMatchObject({
      state: 'publicada',
      step: 'revisada',
    });
    expect(await decisionsOf(idea.id)).toMatchObject([
      {
        decision: 'publicar',
        moderator_id: moderator!.personId,
        reason_code: null,
        note: 'Clara y completa',
        paused_days: 0,
      },
    ]);
    expect(
      await database.db
        .selectFrom('triage_claim')
        .selectAll()
        .where('idea_id', '=', idea.id)
        .execute(),
    ).toEqual([]);
    const trail = await listAudit(database.db, {
      subjectKind: 'idea',
      subjectId: idea.id,
      limit: 10,
    });
    expect(trail.map((row) => row.action)).toEqual(
      expect.arrayContaining([
        'moderation.idea-claimed',
        'ideas.idea-published',
        'moderation.idea-decided',
      ]),
    );
    expect(await noticesOf(database.db, idea.authorId!)).toEqual(['idea_published']);
  });

  it('rejects with a reason that the public reads, without the team’s note', async () => {
    const [moderator] = await moderators(database.db, 1);
    const idea = await sent();
    await decideIdea(moderator!, idea.id, { ...reject, note: 'Ojo: ya la envió dos veces' });
    expect(await getIdea(database.db, idea.id)).toMatchObject({
      state: 'rechazada',
      stateReason: 'Esto ya se hace en toda la ciudad.',
    });
    const told = await findLastDecision(database.db, idea.id, 'es');
    expect(told).toMatchObject({ decision: 'rechazar', reason: 'Ya existe o se está haciendo' });
    expect(JSON.stringify(told)).not.toContain('Ojo');
    expect(await noticesOf(database.db, idea.authorId!)).toEqual(['idea_rejected']);
  });

  it('passes to another commitment and keeps waiting there', async () => {
    const [moderator] = await moderators(database.db, 1);
    const idea = await sent();
    await decideIdea(moderator!, idea.id, {
      decision: 'reasignar',
      reasonCode: 'otro_compromiso',
      explanation: 'Allí responde la entidad.',
      commitmentSlug: plan.commitments[1]!.slug,
    });
    expect(await getIdea(database.db, idea.id)).toMatchObject({
      state: 'enviada',
      commitment: { id: plan.commitments[1]!.id },
    });
    expect(await noticesOf(database.db, idea.authorId!)).toEqual(['idea_rerouted']);
  });

  it('merges with a public idea by its number, and moves no support by itself', async () => {
    const [moderator] = await moderators(database.db, 1);
    const kept = await newIdea(database.db, { commitmentId: plan.commitments[0]!.id });
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      row: { edit_review_at: now() },
    });
    const supporter = await newPerson(database.db);
    await database.db
      .insertInto('support')
      .values({ idea_id: idea.id, person_id: supporter.id, created_at: now() })
      .execute();
    await decideIdea(moderator!, idea.id, {
      decision: 'duplicada',
      reasonCode: 'duplicada',
      explanation: 'Piden lo mismo.',
      keptRef: `#${kept.number}`,
    });
    expect(await getIdea(database.db, idea.id)).toMatchObject({
      state: 'duplicada',
      duplicateOf: { id: kept.id },
    });
    expect(await noticesOf(database.db, supporter.id)).toEqual(['merge_offered']);
    expect(
      await database.db.selectFrom('support').selectAll().where('idea_id', '=', kept.id).execute(),
    ).toEqual([]);
  });

  it('starts the clock of a petition on the day after the idea was sent', async () => {
    const [moderator] = await moderators(database.db, 1);
    const submitted = new Date(now().getTime() - 5 * 86_400_000);
    const idea = await sent({ row: { submitted_at: submitted } });
    await decideIdea(moderator!, idea.id, {
      decision: 'peticion',
      reasonCode: 'peticion_o_queja',
      explanation: 'Es un problema puntual.',
      caseNumber: '2026-118-004512',
      competentBody: 'Secretaría de Movilidad',
    });
    expect(await decisionsOf(idea.id)).toMatchObject([
      {
        case_number: '2026-118-004512',
        competent_body: 'Secretaría de Movilidad',
        petition_due_at: petitionDueAt(submitted),
      },
    ]);
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'peticion' });
  });

  it.each<[string, DecisionInput, string]>([
    ['a reason that is not in the catalogue', { ...reject, reasonCode: 'porque_si' }, 'motivo'],
    ['a reason of another decision', { ...reject, reasonCode: 'otro_compromiso' }, 'motivo'],
    [
      'the blanks of the suggested text',
      { ...reject, explanation: 'Es [nombre del servicio o la obra].' },
      'explicacion',
    ],
    ['no competent body', { ...reject, reasonCode: 'fuera_de_competencia' }, 'entidad_competente'],
    [
      'no other commitment',
      { decision: 'reasignar', reasonCode: 'otro_compromiso', explanation: 'Allí.' },
      'compromiso',
    ],
    [
      'an idea that is not there',
      {
        decision: 'duplicada',
        reasonCode: 'duplicada',
        explanation: 'Igual.',
        keptRef: '999999',
      },
      'duplicada_de',
    ],
  ])('with %s is refused at its field and changes nothing', async (_what, input, field) => {
    const [moderator] = await moderators(database.db, 1);
    const idea = await sent();
    const act = decideIdea(moderator!, idea.id, input);
    await expect(act).rejects.toBeInstanceOf(FormErrors);
    await expect(act).rejects.toMatchObject({ errors: { [field]: [expect.any(String)] } });
    expect(await decisionsOf(idea.id)).toEqual([]);
  });

  it('is not for other commitments, for readers, for citizens, or for the author', async () => {
    const idea = await sent();
    const elsewhere = await newActor(database.db, {
      roles: [{ role: 'moderacion', scopeKind: 'commitment', scopeId: plan.commitments[1]!.id }],
    });
    await expect(decideIdea(elsewhere, idea.id, reject)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(
      decideIdea(await newActor(database.db, { roles: ['coordinacion'] }), idea.id, reject),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(decideIdea(await newActor(database.db), idea.id, reject)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const [author] = await moderators(database.db, 1);
    const own = await sent({ authorId: author!.personId });
    await expect(decideIdea(author!, own.id, { decision: 'publicar' })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'own_subject',
    });
    const draft = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      state: 'borrador',
    });
    const [moderator] = await moderators(database.db, 1);
    await expect(decideIdea(moderator!, draft.id, reject)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('two moderators at once', () => {
  it('never decide the same idea: one wins, the other is told, one row stays', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = await moderators(database.db, 2);
      const idea = await sent();
      expect(
        await endings([
          decideIdea(one!, idea.id, { decision: 'publicar' }),
          decideIdea(two!, idea.id, reject),
        ]),
      ).toEqual(['already_decided', 'done']);
      expect(await decisionsOf(idea.id)).toHaveLength(1);
    }
  });

  it('nor when the first one passes it to another commitment, where it goes on waiting', async () => {
    const reroute: DecisionInput = {
      decision: 'reasignar',
      reasonCode: 'otro_compromiso',
      explanation: 'Allí.',
      commitmentSlug: plan.commitments[1]!.slug,
    };
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = await moderators(database.db, 2);
      const idea = await sent();
      expect(
        await endings([
          decideIdea(one!, idea.id, { ...reroute, seen: 0 }),
          decideIdea(two!, idea.id, { ...reroute, seen: 0 }),
        ]),
      ).toEqual(['already_decided', 'done']);
      expect(await decisionsOf(idea.id)).toHaveLength(1);
    }
  });

  it('eight at once claim it: one has it', async () => {
    const all = await moderators(database.db, 8);
    const idea = await sent();
    const ended = await endings(all.map((moderator) => claimIdea(moderator, idea.id)));
    expect(ended.filter((one) => one === 'done')).toHaveLength(1);
    expect(ended.filter((one) => one === 'triage_claimed')).toHaveLength(7);
  });
});

describe('a claim', () => {
  it('keeps others from deciding until it is put back', async () => {
    const [one, two] = await moderators(database.db, 2);
    const idea = await sent();
    await claimIdea(one!, idea.id);
    await expect(decideIdea(two!, idea.id, reject)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'triage_claimed',
      params: { name: one!.name },
    });
    await expect(releaseIdea(two!, idea.id)).rejects.toMatchObject({ reason: 'triage_claimed' });
    await releaseIdea(one!, idea.id);
    await releaseIdea(one!, idea.id); // nothing to put back: nothing happens
    await decideIdea(two!, idea.id, reject);
    expect(await decisionsOf(idea.id)).toMatchObject([{ moderator_id: two!.personId }]);
    await expect(claimIdea(one!, idea.id)).rejects.toMatchObject({ reason: 'already_decided' });
  });

  it('ends by itself after half an hour, and is swept away', async () => {
    const [one, two] = await moderators(database.db, 2);
    const idea = await sent();
    await claimIdea(one!, idea.id);
    setClockOffset(31 * 60_000);
    await sweeps['moderation.claims']();
    expect(
      await database.db
        .selectFrom('triage_claim')
        .select('idea_id')
        .where('idea_id', '=', idea.id)
        .execute(),
    ).toEqual([]);
    await claimIdea(two!, idea.id);
    await expect(decideIdea(one!, idea.id, reject)).rejects.toMatchObject({
      reason: 'triage_claimed',
    });
  });
});

describe('an ask-back', () => {
  it('stops the clock until its author answers; the term is longer by the days it stood', async () => {
    const [moderator] = await moderators(database.db, 1);
    const author = await newActor(database.db);
    const submitted = new Date('2026-11-17T12:00:00-05:00'); // a Tuesday
    const at = (day: string) =>
      setClockOffset(new Date(`${day}T12:00:00-05:00`).getTime() - Date.now());
    at('2026-11-18');
    const idea = await sent({ authorId: author.personId, row: { submitted_at: submitted } });
    await decideIdea(moderator!, idea.id, askBack);
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'devuelta' });
    expect(await findAskBack(database.db, author, idea.id)).toMatchObject({
      question: '¿En qué barrio pasa?',
    });
    expect(await noticesOf(database.db, author.personId)).toEqual(['idea_returned']);

    at('2026-11-25'); // five working days later
    await answerAskBack(author, idea.id, 'En Las Cruces.');
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'enviada' });
    await expect(answerAskBack(author, idea.id, 'Otra vez.')).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'nothing_asked',
    });

    at('2026-11-26');
    await decideIdea(moderator!, idea.id, { decision: 'publicar' });
    const [asked, published] = await decisionsOf(idea.id);
    expect(asked).toMatchObject({ answer: 'En Las Cruces.', answer_paused_days: 5 });
    expect(published).toMatchObject({
      paused_days: 5,
      received_at: submitted,
      due_at: dueAt(submitted, 3, 5),
    });
  });

  it('is answered by its author alone', async () => {
    const [moderator, other] = await moderators(database.db, 2);
    const idea = await sent();
    await decideIdea(moderator!, idea.id, askBack);
    await expect(answerAskBack(other!, idea.id, 'Yo contesto.')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('a change of something public', () => {
  it('is accepted or undone; the idea stays public either way', async () => {
    const [moderator] = await moderators(database.db, 1);
    for (const decision of ['publicar', 'devolver'] as const) {
      const idea = await newIdea(database.db, {
        commitmentId: plan.commitments[0]!.id,
        row: { edit_review_at: now() },
      });
      await decideIdea(moderator!, idea.id, decision === 'publicar' ? { decision } : askBack);
      expect(await getIdea(database.db, idea.id)).toMatchObject({
        state: 'publicada',
        editReviewAt: null,
      });
      expect(await decisionsOf(idea.id)).toMatchObject([{ of_edit: true }]);
      expect(await noticesOf(database.db, idea.authorId!)).toEqual([
        decision === 'publicar' ? 'edit_accepted' : 'edit_undone',
      ]);
    }
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      row: { edit_review_at: now() },
    });
    await expect(decideIdea(moderator!, idea.id, reject)).rejects.toMatchObject({
      reason: 'triage_public_already',
    });
  });
});
