import { describe, expect, it } from 'vitest';
import { now } from '#app/platform/clock/clock.server.ts';
import { listAudit } from '#app/platform/audit/record-audit.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import { findLastDecision } from '#app/domains/moderation/find-last-decision.server.ts';
import { petitionDueAt } from '#app/domains/moderation/rules.ts';
import type { DecisionInput } from '#app/domains/moderation/schema.ts';
import { FormErrors } from '#app/platform/http/field-errors.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor, newPerson } from '#tests/factories/people.ts';
import { moderators, noticesOf, reject } from './fixtures.ts';
import { database, plan, sent, decisionsOf } from './sent-ideas.ts';

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
