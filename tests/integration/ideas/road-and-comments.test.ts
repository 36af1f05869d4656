import { describe, expect, it } from 'vitest';
import { systemActor } from '#app/kernel/actor.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { advanceDecidedIdea } from '#app/domains/ideas/advance-decided-idea.server.ts';
import { advanceIdeas } from '#app/domains/ideas/advance-ideas.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { hideOwnData } from '#app/domains/ideas/settle-held-comment.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { withdrawIdea } from '#app/domains/ideas/withdraw-idea.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, commitmentId } from './written-ideas.ts';

describe('the road', () => {
  it('is walked forward only, each step once', async () => {
    const { id } = await newIdea(database.db, { commitmentId });
    await inTransaction(async (tx) => await advanceIdeas(tx, systemActor, [id], 'ante_el_circulo'));
    await inTransaction(async (tx) => await advanceIdeas(tx, systemActor, [id], 'en_propuesta'));
    expect((await getIdea(database.db, id)).step).toBe('ante_el_circulo');
    const coordination = await newActor(database.db, { roles: ['coordinacion'] });
    await expect(
      advanceDecidedIdea(coordination, { ideaId: id, step: 'cumplida', note: 'Hecho y contado.' }),
    ).rejects.toMatchObject({ reason: 'idea_not_decided' });
    await inTransaction(async (tx) => await advanceIdeas(tx, systemActor, [id], 'decidida'));
    await expect(
      advanceDecidedIdea(coordination, { ideaId: id, step: 'cumplida', note: 'Hecho y contado.' }),
    ).rejects.toMatchObject({ reason: 'idea_not_in_commitment' });
    await advanceDecidedIdea(coordination, {
      ideaId: id,
      step: 'en_el_compromiso',
      note: 'El hito 2 ahora la dice.',
    });
    await expect(
      advanceDecidedIdea(await newActor(database.db), {
        ideaId: id,
        step: 'cumplida',
        note: 'Hecho y contado.',
      }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    expect(
      (await listStepEntries(database.db, id)).find((entry) => entry.step === 'en_el_compromiso')
        ?.note,
    ).toBe('El hito 2 ahora la dice.');
  });

  it('is left by its author only before a proposal carries the idea', async () => {
    const actor = await newActor(database.db);
    const first = await newIdea(database.db, { commitmentId, authorId: actor.personId });
    await withdrawIdea(actor, first.id, 'Ya lo hicieron.');
    expect(await getIdea(database.db, first.id)).toMatchObject({
      state: 'retirada',
      stateReason: 'Ya lo hicieron.',
    });
    const second = await newIdea(database.db, {
      commitmentId,
      authorId: actor.personId,
      row: { step: 'en_propuesta' },
    });
    await expect(withdrawIdea(actor, second.id, '')).rejects.toMatchObject({
      reason: 'idea_in_proposal',
    });
  });
});

describe('comments', () => {
  it('have two levels, are counted, and tell who is answered', async () => {
    const author = await newActor(database.db);
    const first = await newActor(database.db);
    const { id } = await newIdea(database.db, { commitmentId, authorId: author.personId });
    const one = await publishComment(first, id, { text: 'Me gusta.', stance: 'a_favor' });
    const two = await publishComment(author, id, { text: 'Gracias.', answers: one.id });
    await publishComment(first, id, { text: 'De nada.', answers: two.id });
    const threads = await listComments(database.db, id);
    expect(threads).toHaveLength(1);
    expect(threads[0]!.answers.map((answer) => answer.body)).toEqual(['Gracias.', 'De nada.']);
    expect((await getIdea(database.db, id)).comments).toBe(3);
    expect(
      await database.db
        .selectFrom('notice')
        .select('person_id')
        .where('kind', '=', 'comment_reply')
        .where('subject_id', '=', id)
        .execute(),
    ).toHaveLength(3);
  });

  it('that show personal data or a link wait, seen by their author alone and not counted', async () => {
    const { id } = await newIdea(database.db, { commitmentId });
    const author = await newActor(database.db);
    const other = await newActor(database.db);
    for (const text of ['Llamen a Luis al 310 555 1234.', 'Miren https://ejemplo.example']) {
      const { id: commentId, held } = await publishComment(author, id, { text });
      expect(held).toBe(true);
      await expect(
        publishComment(other, id, { text: 'Gracias.', answers: commentId }),
      ).rejects.toMatchObject({ errors: { responde_a: ['choose_one'] } });
      await expect(hideOwnData(other, commentId)).rejects.toMatchObject({ kind: 'not-found' });
    }
    expect((await getIdea(database.db, id)).comments).toBe(0);
    expect(await listComments(database.db, id)).toEqual([]);
    expect(await listComments(database.db, id, other.personId)).toEqual([]);
    const [first, second] = await listComments(database.db, id, author.personId);
    expect([first?.waiting, second?.waiting]).toEqual(['retenido', 'retenido']);
    expect(await hideOwnData(author, first!.id)).toEqual({ held: false });
    expect(await hideOwnData(author, second!.id)).toEqual({ held: true });
    const [shown, ...rest] = await listComments(database.db, id);
    expect(rest).toEqual([]);
    expect(shown?.body).toBe('Llamen a Luis al [dato personal oculto].');
    await expect(hideOwnData(author, first!.id)).rejects.toMatchObject({
      reason: 'already_decided',
    });
    expect((await getIdea(database.db, id)).comments).toBe(1);
  });

  it('full of telephones are hidden whole, though the marks are longer', async () => {
    const { id } = await newIdea(database.db, { commitmentId });
    const author = await newActor(database.db);
    const text = 'Llamen al 310 555 1234. '.repeat(83).trim();
    const { id: commentId } = await publishComment(author, id, { text });
    expect(await hideOwnData(author, commentId)).toEqual({ held: false });
    const [shown] = await listComments(database.db, id);
    expect(shown?.body.length).toBeGreaterThan(2000);
    expect(shown?.body).not.toMatch(/\d/);
  });
});
