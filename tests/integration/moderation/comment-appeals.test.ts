import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { personalData } from '#app/domains/ideas/personal-data.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { decideComment } from '#app/domains/moderation/decide-comment.server.ts';
import { fileAppeal, listAppealable } from '#app/domains/moderation/file-appeal.server.ts';
import { fileReport } from '#app/domains/moderation/file-report.server.ts';
import { findAppeal, findOwnAppeals } from '#app/domains/moderation/find-last-decision.server.ts';
import { getAppealCase, listAppealCases } from '#app/domains/moderation/get-appeal-case.server.ts';
import { readSealed } from '#app/domains/moderation/read-sealed.server.ts';
import type { CommentDecision } from '#app/domains/moderation/schema.ts';
import { settleAppeal } from '#app/domains/moderation/settle-appeal.server.ts';
import { confirmHiding, proposeHiding } from '#app/domains/moderation/settle-reports.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { endings, moderators, noticesOf } from './fixtures.ts';

const text = 'Para la minga llamen al 310 555 1234, los lunes.';
const masked = 'Para la minga llamen al [dato personal oculto], los lunes.';
const database = freshDatabase();
let commitmentId: string;
let first: Actor & { personId: string };
let second: Actor & { personId: string };
let third: Actor & { personId: string };
beforeAll(async () => {
  commitmentId = (await newPlan(database.db)).commitments[0]!.id;
  [first, second, third] = (await moderators(database.db, 3)) as [
    typeof first,
    typeof second,
    typeof third,
  ];
});

/** A comment on which the first moderator decided. */
async function decided(decision: CommentDecision) {
  const { id: ideaId } = await newIdea(database.db, { commitmentId });
  const author = await newActor(database.db);
  const { id } = await publishComment(author, ideaId, { text });
  await decideComment(first, id, decision);
  return { id, ideaId, author };
}
const reject: CommentDecision = { decision: 'rechazar', reason: 'Muestra un teléfono.' };
const hide: CommentDecision = { decision: 'ocultar', reason: '' };

async function appealed(decision: CommentDecision) {
  const comment = await decided(decision);
  await fileAppeal(comment.author, {
    kind: 'comentario',
    id: comment.id,
    text: 'Es un número de todos.',
  });
  const { id: appealId } = await database.db
    .selectFrom('appeal')
    .select('id')
    .where('comment_id', '=', comment.id)
    .executeTakeFirstOrThrow();
  return { ...comment, appealId };
}
const bodies = async (ideaId: string) =>
  (await listComments(database.db, ideaId)).map(({ body }) => body);
const readings = async (commentId: string) =>
  await database.db
    .selectFrom('audit_entry')
    .select(['actor_id', 'data'])
    .where('action', '=', 'moderation.sealed-read')
    .where('subject_id', '=', commentId)
    .execute();

describe('an appeal about a comment', () => {
  it('is made once by its author, against what kept it from the public', async () => {
    const { id, ideaId, author } = await decided(reject);
    expect(await listAppealable(database.db, author)).toMatchObject([{ kind: 'comentario', id }]);
    const appeal = { kind: 'comentario', id, text: 'No es un dato mío.' } as const;
    await expect(fileAppeal(second, appeal)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await endings([fileAppeal(author, appeal), fileAppeal(author, appeal)])).toEqual([
      'done',
      'done',
    ]);
    await expect(fileAppeal(author, { ...appeal, text: 'Otra vez.' })).rejects.toMatchObject({
      reason: 'appeal_once',
    });
    expect(await listAppealable(database.db, author)).toEqual([]);
    expect(await findOwnAppeals(database.db, ideaId, author.personId)).toEqual({ [id]: 'abierta' });
    // The idea that it is on has no appeal of its own.
    expect(await findAppeal(database.db, ideaId)).toBeNull();

    const shown = await decided({ decision: 'publicar', reason: '' });
    await expect(
      fileAppeal(shown.author, { kind: 'comentario', id: shown.id, text: 'Apelo igual.' }),
    ).rejects.toMatchObject({ reason: 'appeal_not_possible' });
  });

  it('granted by somebody else, shows a comment that was not published, and counts it', async () => {
    const { id, ideaId, author, appealId } = await appealed(reject);
    expect(
      (await listAppealCases(database.db, second, now())).find((one) => one.id === appealId),
    ).toMatchObject({ kind: 'comentario', ideaId });
    expect(await getAppealCase(database.db, first, appealId, 'es', now())).toMatchObject({
      tookPart: true,
      canSettle: false,
      subject: { text, reason: 'Muestra un teléfono.' },
    });
    const yes = { decision: 'revocar', explanation: 'Es público.' } as const;
    await expect(settleAppeal(first, appealId, yes)).rejects.toMatchObject({
      reason: 'appeal_needs_other',
    });
    expect(
      await endings([settleAppeal(second, appealId, yes), settleAppeal(third, appealId, yes)]),
    ).toEqual(['already_decided', 'done']);
    expect(await bodies(ideaId)).toEqual([text]);
    expect((await getIdea(database.db, ideaId)).comments).toBe(1);
    expect((await noticesOf(database.db, author.personId)).at(-1)).toBe('comment_appeal_granted');
    expect(await findOwnAppeals(database.db, ideaId, author.personId)).toEqual({
      [id]: 'revocada',
    });
  });

  it('about a part that was hidden is settled after an audited reading, by nobody who hid it', async () => {
    const { id, ideaId, author, appealId } = await appealed(hide);
    expect((await getAppealCase(database.db, second, appealId, 'es', now())).subject.text).toBe(
      masked,
    );
    for (const who of [first, author, await newActor(database.db, { roles: ['coordinacion'] })])
      await expect(readSealed(who, appealId)).rejects.toMatchObject({ name: 'AppError' });
    expect(await readings(id)).toEqual([]);
    expect(await readSealed(second, appealId)).toEqual([text]);
    expect(await readings(id)).toEqual([{ actor_id: second.personId, data: {} }]);
    await settleAppeal(third, appealId, { decision: 'confirmar', explanation: 'Es de alguien.' });
    expect(await bodies(ideaId)).toEqual([masked]);
    // Once it is settled nobody reads it any more.
    await expect(readSealed(second, appealId)).rejects.toMatchObject({ reason: 'already_decided' });

    const other = await appealed(hide);
    await settleAppeal(second, other.appealId, { decision: 'revocar', explanation: 'De todos.' });
    expect(await bodies(other.ideaId)).toEqual([text]);
    expect((await getIdea(database.db, other.ideaId)).comments).toBe(1);
  });

  it('that two people hid is settled by neither of them', async () => {
    const { id: ideaId } = await newIdea(database.db, { commitmentId });
    const author = await newActor(database.db);
    const { id } = await publishComment(author, ideaId, { text: 'Es una pésima idea.' });
    const ref = { kind: 'comentario', id } as const;
    await fileReport(await newActor(database.db), { ...ref, reason: 'ofensiva', detail: '' });
    await proposeHiding(first, ref, { reasonCode: 'ofensiva', explanation: 'Insulta a alguien.' });
    await confirmHiding(second, ref);
    expect((await listComments(database.db, ideaId, author.personId))[0]).toMatchObject({
      hidden: true,
      own: true,
      body: '',
    });
    await fileAppeal(author, { ...ref, text: 'Habla de la idea.' });
    const [open] = (await listAppealCases(database.db, third, now())).filter(
      (one) => one.ideaId === ideaId,
    );
    for (const who of [first, second])
      await expect(
        settleAppeal(who, open!.id, { decision: 'revocar', explanation: 'Sí.' }),
      ).rejects.toMatchObject({ reason: 'appeal_needs_other' });
    await settleAppeal(third, open!.id, { decision: 'revocar', explanation: 'No insulta.' });
    expect(await bodies(ideaId)).toEqual(['Es una pésima idea.']);
    expect((await getIdea(database.db, ideaId)).comments).toBe(1);
  });

  it('says nothing of who decided once that person is gone, and nothing sealed outlives its author', async () => {
    const { id, author } = await decided(hide);
    const moderator = await newActor(database.db, { roles: ['moderacion'] });
    const own = await decided(reject);
    await database.db
      .updateTable('idea_comment')
      .set({ decided_by: moderator.personId })
      .where('id', '=', own.id)
      .execute();
    await inTransaction(async (tx) => {
      await personalData.erase(tx, author.personId);
      await personalData.erase(tx, moderator.personId);
    });
    const rows = await database.db
      .selectFrom('idea_comment')
      .select(['sealed_body', 'decided_by'])
      .where('id', 'in', [id, own.id])
      .orderBy('id')
      .execute();
    expect(rows.map(({ sealed_body }) => sealed_body)).toEqual(['', '']);
    expect(rows.map(({ decided_by }) => decided_by)).toContain(null);
  });
});
