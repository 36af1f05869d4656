import { describe, expect, it } from 'vitest';
import { setClockOffset, now } from '#app/platform/clock/clock.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { answerAskBack, findAskBack } from '#app/domains/moderation/answer-ask-back.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import { releaseIdea } from '#app/domains/moderation/release-idea.server.ts';
import { dueAt } from '#app/domains/moderation/rules.ts';
import type { DecisionInput } from '#app/domains/moderation/schema.ts';
import { sweeps } from '#app/domains/moderation/sweeps.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { askBack, endings, moderators, noticesOf, reject } from './fixtures.ts';
import { database, plan, sent, decisionsOf } from './sent-ideas.ts';

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
