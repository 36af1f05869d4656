import { describe, expect, it } from 'vitest';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import {
  fileAppeal,
  getAppealable,
  listAppealable,
} from '#app/domains/moderation/file-appeal.server.ts';
import { fileReport } from '#app/domains/moderation/file-report.server.ts';
import { findAppeal } from '#app/domains/moderation/find-last-decision.server.ts';
import { getAppealCase, listAppealCases } from '#app/domains/moderation/get-appeal-case.server.ts';
import { personalData } from '#app/domains/moderation/personal-data.server.ts';
import { settleAppeal } from '#app/domains/moderation/settle-appeal.server.ts';
import { confirmHiding, proposeHiding } from '#app/domains/moderation/settle-reports.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { endings, moderators, noticesOf, reject } from './fixtures.ts';
import { database, plan, published, report, hiding } from './reported-ideas.ts';

describe('an appeal', () => {
  async function rejected() {
    const [moderator, other] = await moderators(database.db, 2);
    const author = await newActor(database.db);
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      state: 'enviada',
      authorId: author.personId,
    });
    await decideIdea(moderator!, idea.id, reject);
    return { moderator: moderator!, other: other!, author, idea };
  }
  const appealOf = async (ideaId: string) =>
    (
      await database.db
        .selectFrom('appeal')
        .select('id')
        .where('idea_id', '=', ideaId)
        .executeTakeFirstOrThrow()
    ).id;

  it('is made once by the author, also with six at once', async () => {
    const { author, other, idea } = await rejected();
    expect((await listAppealable(database.db, author)).map((one) => one.id)).toEqual([idea.id]);
    expect(await getAppealable(database.db, author, 'idea', idea.id)).toMatchObject({
      reason: reject.explanation,
    });
    await expect(
      fileAppeal(other, { kind: 'idea', id: idea.id, text: 'Yo apelo por ella.' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
    const ended = await endings(
      Array.from({ length: 6 }, () =>
        fileAppeal(author, { kind: 'idea', id: idea.id, text: 'No existe en mi barrio.' }),
      ),
    );
    expect(ended).toEqual(Array(6).fill('done'));
    await expect(
      fileAppeal(author, { kind: 'idea', id: idea.id, text: 'Otra apelación.' }),
    ).rejects.toMatchObject({ reason: 'appeal_once' });
    const appeals = database.db.selectFrom('appeal').select('id').where('idea_id', '=', idea.id);
    expect(await appeals.execute()).toHaveLength(1);
    expect(await listAppealable(database.db, author)).toEqual([]);
  });

  it('is not for what is public or waits', async () => {
    const author = await newActor(database.db);
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      authorId: author.personId,
    });
    await expect(
      fileAppeal(author, { kind: 'idea', id: idea.id, text: 'Apelo de todas formas.' }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'appeal_not_possible' });
  });

  it('is settled by another moderator; granted, the idea is public', async () => {
    const { moderator, other, author, idea } = await rejected();
    await fileAppeal(author, { kind: 'idea', id: idea.id, text: 'No existe en mi barrio.' });
    const id = await appealOf(idea.id);
    expect(
      (await listAppealCases(database.db, other, now())).find((row) => row.id === id),
    ).toMatchObject({ ideaId: idea.id, kind: 'idea', state: 'rechazada' });
    expect(await getAppealCase(database.db, moderator, id, 'es', now())).toMatchObject({
      canSettle: false,
      tookPart: true,
    });
    await expect(
      settleAppeal(moderator, id, { decision: 'confirmar', explanation: 'Así es.' }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'appeal_needs_other' });
    await settleAppeal(other, id, { decision: 'revocar', explanation: 'Tienes razón.' });
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'publicada' });
    expect(await findAppeal(database.db, idea.id)).toMatchObject({
      outcome: 'revocada',
      response: 'Tienes razón.',
    });
    expect(await noticesOf(database.db, author.personId)).toEqual([
      'idea_rejected',
      'appeal_granted',
    ]);
  });

  it('is settled once when two moderators act at once', async () => {
    const { other, author, idea } = await rejected();
    const [third] = await moderators(database.db, 1);
    await fileAppeal(author, { kind: 'idea', id: idea.id, text: 'No existe en mi barrio.' });
    const id = await appealOf(idea.id);
    const ended = await endings([
      settleAppeal(other, id, { decision: 'confirmar', explanation: 'Así es.' }),
      settleAppeal(third!, id, { decision: 'revocar', explanation: 'No.' }),
    ]);
    expect(ended).toEqual(['already_decided', 'done']);
  });

  it('against a hiding is not settled by either of those who hid it', async () => {
    const [first, second, third] = await moderators(database.db, 3);
    const author = await newActor(database.db);
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      authorId: author.personId,
    });
    const ref = { kind: 'idea' as const, id: idea.id };
    await fileReport(await newActor(database.db), report(idea.id));
    await proposeHiding(first!, ref, hiding);
    await confirmHiding(second!, ref);
    await fileAppeal(author, {
      kind: 'idea',
      id: idea.id,
      text: 'No ofende a nadie, critica la norma.',
    });
    const id = await appealOf(idea.id);
    for (const moderator of [first!, second!])
      await expect(
        settleAppeal(moderator, id, { decision: 'revocar', explanation: 'Sí.' }),
      ).rejects.toMatchObject({ reason: 'appeal_needs_other' });
    await settleAppeal(third!, id, { decision: 'confirmar', explanation: 'Sí ofende.' });
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'oculta' });
    expect((await noticesOf(database.db, author.personId)).at(-1)).toBe('appeal_denied');
  });
});

describe('personal data', () => {
  it('of complaints, appeals and decisions is collected, and erased without taking decisions back', async () => {
    const [moderator, second] = await moderators(database.db, 2);
    const author = await newActor(database.db, { roles: ['moderacion'] });
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      state: 'enviada',
      authorId: author.personId,
    });
    const other = await published();
    await decideIdea(moderator!, idea.id, reject);
    await fileAppeal(author, { kind: 'idea', id: idea.id, text: 'No existe en mi barrio.' });
    await fileReport(author, report(other.id));
    const third = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      state: 'enviada',
    });
    await decideIdea(author, third.id, reject);
    await proposeHiding(second!, { kind: 'idea', id: other.id }, hiding);
    await confirmHiding(author, { kind: 'idea', id: other.id });

    const collected = await personalData.collect(database.db, author.personId);
    expect(
      Object.fromEntries(Object.entries(collected).map(([name, rows]) => [name, rows.length])),
    ).toEqual({
      reportes: 1,
      apelaciones: 1,
      respuestas: 0,
      decisiones_de_moderacion: 1,
      ocultamientos: 1,
      en_revision: 0,
    });

    await inTransaction(async (tx) => await personalData.erase(tx, author.personId));
    const after = await personalData.collect(database.db, author.personId);
    expect(Object.values(after).flat()).toEqual([]);
    expect(await getIdea(database.db, third.id)).toMatchObject({ state: 'rechazada' });
    expect(
      await database.db
        .selectFrom('report')
        .select(['person_id', 'detail'])
        .where('subject_id', '=', other.id)
        .execute(),
    ).toEqual([{ person_id: null, detail: '' }]);
  });
});
