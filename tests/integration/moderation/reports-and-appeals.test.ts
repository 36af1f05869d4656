import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import {
  fileAppeal,
  getAppealable,
  listAppealable,
} from '#app/domains/moderation/file-appeal.server.ts';
import { fileReport } from '#app/domains/moderation/file-report.server.ts';
import { findAppeal } from '#app/domains/moderation/find-last-decision.server.ts';
import { getAppealCase, listAppealCases } from '#app/domains/moderation/get-appeal-case.server.ts';
import { getReportCase, listReportCases } from '#app/domains/moderation/get-report-case.server.ts';
import { personalData } from '#app/domains/moderation/personal-data.server.ts';
import { settleAppeal } from '#app/domains/moderation/settle-appeal.server.ts';
import {
  confirmHiding,
  dismissReports,
  dropHiding,
  proposeHiding,
} from '#app/domains/moderation/settle-reports.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { endings, moderators, noticesOf, reject } from './fixtures.ts';

const database = freshDatabase();
let plan: TestPlan;
beforeAll(async () => void (plan = await newPlan(database.db)));

const published = async () => await newIdea(database.db, { commitmentId: plan.commitments[0]!.id });
const report = (id: string) => ({
  kind: 'idea' as const,
  id,
  reason: 'ofensiva' as const,
  detail: 'Mira el segundo párrafo',
});
const hiding = { reasonCode: 'ofensiva', explanation: 'Ofende a quienes venden en la calle.' };
const outcomes = async (id: string) =>
  (
    await database.db.selectFrom('report').select('outcome').where('subject_id', '=', id).execute()
  ).map((row) => row.outcome);

async function comment(ideaId: string, authorId: string): Promise<string> {
  const id = newId();
  await database.db
    .insertInto('idea_comment')
    .values({ id, idea_id: ideaId, author_id: authorId, body: 'Un comentario', created_at: now() })
    .execute();
  await database.db
    .updateTable('idea_stats')
    .set({ comment_count: 1 })
    .where('idea_id', '=', ideaId)
    .execute();
  return id;
}

describe('a report', () => {
  it('is made once by a person, also with eight at once', async () => {
    const person = await newActor(database.db);
    const idea = await published();
    expect(
      await endings(Array.from({ length: 8 }, () => fileReport(person, report(idea.id)))),
    ).toEqual(Array(8).fill('done'));
    expect(await outcomes(idea.id)).toEqual([null]);
  });

  it('is about what everybody sees', async () => {
    const person = await newActor(database.db);
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      state: 'enviada',
    });
    for (const id of [idea.id, newId()])
      await expect(fileReport(person, report(id))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is dismissed with an explanation for those who made it', async () => {
    const [moderator] = await moderators(database.db, 1);
    const [one, two] = [await newActor(database.db), await newActor(database.db)];
    const idea = await published();
    await fileReport(one, report(idea.id));
    await fileReport(two, { ...report(idea.id), reason: 'otra' });
    expect(
      (await listReportCases(database.db, moderator!, now())).find((row) => row.id === idea.id),
    ).toMatchObject({ count: 2, hidingProposed: false });
    const view = await getReportCase(database.db, moderator!, { kind: 'idea', id: idea.id }, 'es');
    expect(JSON.stringify(view.reports)).not.toContain(one.personId);
    await dismissReports(
      moderator!,
      { kind: 'idea', id: idea.id },
      'Critica la obra, no a las personas.',
    );
    expect(await outcomes(idea.id)).toEqual(['desestimado', 'desestimado']);
    expect(await noticesOf(database.db, two.personId)).toEqual(['report_dismissed']);
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'publicada' });
    await expect(
      dismissReports(moderator!, { kind: 'idea', id: idea.id }, 'Otra vez.'),
    ).rejects.toMatchObject({ reason: 'already_decided' });
  });

  it('hides with two people: a tombstone with its reason, and author and complainant are told', async () => {
    const [first, second] = await moderators(database.db, 2);
    const complainant = await newActor(database.db);
    const idea = await published();
    const ref = { kind: 'idea' as const, id: idea.id };
    await fileReport(complainant, report(idea.id));
    await expect(confirmHiding(second!, ref)).rejects.toMatchObject({ reason: 'already_decided' });
    await proposeHiding(first!, ref, hiding);
    expect(await getIdea(database.db, idea.id)).toMatchObject({ state: 'publicada' });
    await expect(confirmHiding(first!, ref)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'hiding_needs_second',
    });
    await expect(dismissReports(second!, ref, 'No.')).rejects.toMatchObject({
      reason: 'hiding_proposed',
    });
    await confirmHiding(second!, ref);
    const hidden = await getIdea(database.db, idea.id);
    expect(hidden).toMatchObject({ state: 'oculta', stateReason: hiding.explanation });
    expect(canSeeIdea(null, hidden)).toMatchObject({
      error: { kind: 'gone', reason: 'idea_hidden' },
    });
    expect(await outcomes(idea.id)).toEqual(['oculto']);
    expect(await noticesOf(database.db, idea.authorId!)).toEqual(['idea_hidden']);
    expect(await noticesOf(database.db, complainant.personId)).toEqual(['report_upheld']);
  });

  it('is hidden once, and by a pair, when several act at once', async () => {
    const all = await moderators(database.db, 5);
    const idea = await published();
    const ref = { kind: 'idea' as const, id: idea.id };
    await fileReport(await newActor(database.db), report(idea.id));
    expect(await endings(all.map((moderator) => proposeHiding(moderator, ref, hiding)))).toEqual([
      'already_decided',
      'already_decided',
      'already_decided',
      'already_decided',
      'done',
    ]);
    expect(
      (await endings(all.map((moderator) => confirmHiding(moderator, ref)))).filter(
        (one) => one === 'done',
      ),
    ).toHaveLength(1);
    const row = await database.db
      .selectFrom('hiding')
      .selectAll()
      .where('subject_id', '=', idea.id)
      .executeTakeFirstOrThrow();
    expect(row.outcome).toBe('confirmada');
    expect(row.settled_by).not.toBe(row.proposed_by);
  });

  it('waits again when the proposal to hide is dropped', async () => {
    const [first, second] = await moderators(database.db, 2);
    const idea = await published();
    const ref = { kind: 'idea' as const, id: idea.id };
    await fileReport(await newActor(database.db), report(idea.id));
    await proposeHiding(first!, ref, hiding);
    await dropHiding(second!, ref);
    expect(await outcomes(idea.id)).toEqual([null]);
    await expect(
      proposeHiding(second!, ref, { ...hiding, reasonCode: 'ya_existe' }),
    ).rejects.toMatchObject({ errors: { motivo: ['value_unknown'] } });
    await proposeHiding(second!, ref, hiding);
  });

  it('hides a comment as well, and it no longer counts', async () => {
    const [first, second] = await moderators(database.db, 2);
    const author = await newActor(database.db);
    const idea = await published();
    const id = await comment(idea.id, author.personId);
    const ref = { kind: 'comentario' as const, id };
    await fileReport(await newActor(database.db), {
      kind: 'comentario',
      id,
      reason: 'datos_personales',
    });
    await proposeHiding(first!, ref, {
      reasonCode: 'datos_personales',
      explanation: 'Muestra el teléfono de otra persona.',
    });
    await confirmHiding(second!, ref);
    expect(
      await database.db
        .selectFrom('idea_comment')
        .select(['state', 'hidden_reason'])
        .where('id', '=', id)
        .executeTakeFirst(),
    ).toEqual({ state: 'oculto', hidden_reason: 'Muestra el teléfono de otra persona.' });
    expect(await getIdea(database.db, idea.id)).toMatchObject({ comments: 0, state: 'publicada' });
    expect(await noticesOf(database.db, author.personId)).toEqual(['comment_hidden']);
  });

  it('is not settled by the author, by other commitments, nor by readers', async () => {
    const [author] = await moderators(database.db, 1);
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      authorId: author!.personId,
    });
    const ref = { kind: 'idea' as const, id: idea.id };
    await fileReport(await newActor(database.db), report(idea.id));
    await expect(dismissReports(author!, ref, 'Está bien.')).rejects.toMatchObject({
      reason: 'own_subject',
    });
    const elsewhere = await newActor(database.db, {
      roles: [{ role: 'moderacion', scopeKind: 'commitment', scopeId: plan.commitments[1]!.id }],
    });
    await expect(dismissReports(elsewhere, ref, 'No.')).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(
      dismissReports(await newActor(database.db, { roles: ['coordinacion'] }), ref, 'No.'),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    expect(
      (await listReportCases(database.db, elsewhere, now())).map((row) => row.id),
    ).not.toContain(idea.id);
  });
});

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
    expect(await getAppealable(database.db, author, idea.id)).toMatchObject({
      reason: reject.explanation,
    });
    await expect(
      fileAppeal(other, { id: idea.id, text: 'Yo apelo por ella.' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
    const ended = await endings(
      Array.from({ length: 6 }, () =>
        fileAppeal(author, { id: idea.id, text: 'No existe en mi barrio.' }),
      ),
    );
    expect(ended).toEqual(Array(6).fill('done'));
    await expect(
      fileAppeal(author, { id: idea.id, text: 'Otra apelación.' }),
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
      fileAppeal(author, { id: idea.id, text: 'Apelo de todas formas.' }),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'appeal_not_possible' });
  });

  it('is settled by another moderator; granted, the idea is public', async () => {
    const { moderator, other, author, idea } = await rejected();
    await fileAppeal(author, { id: idea.id, text: 'No existe en mi barrio.' });
    const id = await appealOf(idea.id);
    expect(
      (await listAppealCases(database.db, other, now())).find((row) => row.id === id),
    ).toMatchObject({ ideaId: idea.id, state: 'rechazada' });
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
    await fileAppeal(author, { id: idea.id, text: 'No existe en mi barrio.' });
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
    await fileAppeal(author, { id: idea.id, text: 'No ofende a nadie, critica la norma.' });
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
    await fileAppeal(author, { id: idea.id, text: 'No existe en mi barrio.' });
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
