import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { fileReport } from '#app/domains/moderation/file-report.server.ts';
import { getReportCase, listReportCases } from '#app/domains/moderation/get-report-case.server.ts';
import {
  confirmHiding,
  dismissReports,
  dropHiding,
  proposeHiding,
} from '#app/domains/moderation/settle-reports.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { endings, moderators, noticesOf } from './fixtures.ts';
import { database, plan, published, report, hiding } from './reported-ideas.ts';

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
    expect(await listComments(database.db, idea.id)).toMatchObject([
      { hidden: true, body: '', author: null, authorId: null, stance: null },
    ]);
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
