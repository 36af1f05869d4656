import { beforeAll, describe, expect, it } from 'vitest';
import { listComments } from '#app/domains/ideas/list-comments.server.ts';
import { publishComment } from '#app/domains/ideas/publish-comment.server.ts';
import { decideComment } from '#app/domains/moderation/decide-comment.server.ts';
import { listHeldComments } from '#app/domains/moderation/list-held-comments.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { endings, moderators, noticesOf } from './fixtures.ts';

const text = 'Llamen a mi vecino Carlos Rodríguez al 310 555 1234.';
const database = freshDatabase();
let commitmentId: string;
beforeAll(async () => {
  commitmentId = (await newPlan(database.db)).commitments[0]!.id;
});

async function held() {
  const { id: ideaId } = await newIdea(database.db, { commitmentId });
  const author = await newActor(database.db);
  const { id } = await publishComment(author, ideaId, { text });
  return { id, ideaId, author };
}

describe('a held comment', () => {
  it('is decided once, by whoever comes first, with what was found in it marked', async () => {
    const { id, ideaId, author } = await held();
    const [first, second] = await moderators(database.db, 2);
    const listed = (await listHeldComments(database.db, first!)).find((one) => one.id === id);
    expect(listed?.spans.map(({ from, to }) => text.slice(from, to))).toEqual([
      'Carlos Rodríguez',
      '310 555 1234',
    ]);
    const hide = { decision: 'ocultar', reason: '' } as const;
    expect(
      await endings([decideComment(first!, id, hide), decideComment(second!, id, hide)]),
    ).toEqual(['already_decided', 'done']);
    expect((await listComments(database.db, ideaId)).map(({ body }) => body)).toEqual([
      'Llamen a mi vecino [dato personal oculto] al [dato personal oculto].',
    ]);
    expect(await noticesOf(database.db, author.personId)).toEqual(['comment_masked']);
    const audit = await database.db.selectFrom('audit_entry').selectAll().execute();
    expect(JSON.stringify(audit)).not.toMatch(/Rodríguez|310 555/);
    expect(audit.map(({ action }) => action)).not.toContain('ideas.comment-published');
  });

  it("that is not published stays its author's, with the reason", async () => {
    const { id, ideaId, author } = await held();
    const [moderator] = await moderators(database.db, 1);
    await decideComment(moderator!, id, { decision: 'rechazar', reason: 'Acusa a una persona.' });
    expect(await listComments(database.db, ideaId)).toEqual([]);
    expect(await listComments(database.db, ideaId, author.personId)).toMatchObject([
      { waiting: 'rechazado', hiddenReason: 'Acusa a una persona.' },
    ]);
    expect(await noticesOf(database.db, author.personId)).toEqual(['comment_rejected']);
  });

  it('is decided by no citizen', async () => {
    const { id, author } = await held();
    await expect(
      decideComment(author, id, { decision: 'publicar', reason: '' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
