import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { editIdea } from '#app/domains/ideas/edit-idea.server.ts';
import { findSimilarIdeas } from '#app/domains/ideas/find-similar-ideas.server.ts';
import { listNotes, listRevisions } from '#app/domains/ideas/get-history.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listSeals } from '#app/domains/ideas/get-seal.server.ts';
import { listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { personalData } from '#app/domains/ideas/personal-data.server.ts';
import { fileAppeal } from '#app/domains/moderation/file-appeal.server.ts';
import { hideIdeaPart } from '#app/domains/moderation/hide-idea-part.server.ts';
import { readSealed } from '#app/domains/moderation/read-sealed.server.ts';
import { settleAppeal } from '#app/domains/moderation/settle-appeal.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newTableIdea } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { moderators, noticesOf } from './fixtures.ts';

const mark = '[dato personal oculto]';
const title = 'Luz para la cuadra de Zenobia Quiñones';
const description = 'Zenobia Quiñones vive en la Calle 5 # 3-21 y no ve de noche.';
const hidden = { words: ['Zenobia Quiñones'], explanation: 'Nombra a una vecina.' };
const database = freshDatabase();
let plan: TestPlan;
let first: Actor & { personId: string };
let second: Actor & { personId: string };
beforeAll(async () => {
  plan = await newPlan(database.owner);
  [first, second] = (await moderators(database.db, 2)) as [typeof first, typeof second];
});

/** An idea of a workshop that tells of somebody in every text that it has. */
async function told() {
  const author = await newActor(database.db);
  const { id } = await newIdea(database.owner, {
    commitmentId: plan.commitments[0]!.id,
    authorId: author.personId,
    title,
    description,
  });
  const meeting = await newMeeting(database.owner, plan);
  const table = await newTableIdea(database.owner, meeting.id, { title });
  await database.owner
    .updateTable('table_idea')
    .set({ idea_id: id, description })
    .where('id', '=', table.id)
    .execute();
  await database.owner
    .insertInto('idea_note')
    .values({ id: newId(), idea_id: id, body: 'Zenobia Quiñones firmó.', created_at: now() })
    .execute();
  await database.owner
    .insertInto('notice')
    .values({
      id: newId(),
      person_id: author.personId,
      kind: 'idea_published',
      subject_kind: 'idea',
      subject_id: id,
      params: JSON.stringify({ title }),
      created_at: now(),
    })
    .execute();
  return { id, author };
}

/** Everything that is kept of it outside its seals. */
async function keptOf(id: string, personId: string): Promise<string> {
  const idea = await getIdea(database.db, id);
  const notices = await database.owner
    .selectFrom('notice')
    .select('params')
    .where('person_id', '=', personId)
    .execute();
  const table = await database.owner
    .selectFrom('table_idea')
    .select(['title', 'description'])
    .where('idea_id', '=', id)
    .execute();
  const search = await database.owner
    .selectFrom('idea')
    .select('search')
    .where('id', '=', id)
    .execute();
  const audit = await database.owner
    .selectFrom('audit_entry')
    .select('data')
    .where('subject_id', '=', id)
    .execute();
  return JSON.stringify([
    [idea, await listRevisions(database.db, id), await listNotes(database.db, id)],
    [notices, table, search, audit, await listSeals(database.db, id)],
  ]);
}
const tells = /zenobia|quinones|quiñones/i;
const appealOf = async (sealId: string) =>
  (
    await database.db
      .selectFrom('appeal')
      .select('id')
      .where('seal_id', '=', sealId)
      .executeTakeFirstOrThrow()
  ).id;

describe('a part of an idea that a moderator hides', () => {
  it('is nowhere any more, has its reason in public, and its author is told', async () => {
    const { id, author } = await told();
    await hideIdeaPart(first, id, hidden);
    expect(await getIdea(database.db, id)).toMatchObject({
      title: `Luz para la cuadra de ${mark}`,
      description: `${mark} vive en la Calle 5 # 3-21 y no ve de noche.`,
    });
    expect(await keptOf(id, author.personId)).not.toMatch(tells);
    expect(await listSeals(database.db, id)).toMatchObject([
      { explanation: 'Nombra a una vecina.' },
    ]);
    expect(await noticesOf(database.db, author.personId)).toContain('idea_part_hidden');
    const searched = await listIdeas(
      database.db,
      { text: 'Zenobia', order: 'recientes' },
      { seed: 0 },
    );
    expect(searched.items.map((one) => one.id)).not.toContain(id);
    const similar = await findSimilarIdeas(database.db, { title, text: description, limit: 6 });
    expect(JSON.stringify(similar)).not.toMatch(tells);
    // Her own download holds her own words.
    expect(JSON.stringify(await personalData.collect(database.db, author.personId))).toMatch(tells);
    const rows = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_id'])
      .where('subject_id', '=', id)
      .where('action', '=', 'moderation.part-hidden')
      .execute();
    expect(rows).toEqual([{ action: 'moderation.part-hidden', actor_id: first.personId }]);
  });

  it('comes back by no form that its author had open', async () => {
    const { id, author } = await told();
    const { version, commitment } = await getIdea(database.db, id);
    await hideIdeaPart(first, id, hidden);
    await expect(
      editIdea(author, id, { title, description, commitment: commitment.slug, version }, 'enviar'),
    ).rejects.toMatchObject({ reason: 'idea_stale' });
  });

  it('is named in its own words and not in the reason; only moderators hide, never of their own', async () => {
    const { id, author } = await told();
    await expect(hideIdeaPart(first, id, { ...hidden, words: ['Zenobio'] })).rejects.toMatchObject({
      errors: { partes: ['words_not_there'] },
    });
    await expect(
      hideIdeaPart(first, id, { ...hidden, explanation: 'Habla de Zenobia Quiñones.' }),
    ).rejects.toMatchObject({ errors: { explicacion: ['explanation_tells'] } });
    for (const who of [author, await newActor(database.db, { roles: ['coordinacion'] })])
      await expect(hideIdeaPart(who, id, hidden)).rejects.toMatchObject({ kind: 'forbidden' });
    const own = await newIdea(database.owner, {
      commitmentId: plan.commitments[0]!.id,
      authorId: first.personId,
      title,
    });
    await expect(hideIdeaPart(first, own.id, hidden)).rejects.toMatchObject({
      reason: 'own_subject',
    });
  });

  it('is given back when an appeal is granted, whatever else was hidden before or since', async () => {
    const { id, author } = await told();
    await hideIdeaPart(first, id, hidden);
    await hideIdeaPart(first, id, { words: ['Calle 5 # 3-21'], explanation: 'Es una casa.' });
    const [address, name] = await listSeals(database.db, id);
    await fileAppeal(author, { kind: 'parte', id: name!.id, text: 'Soy yo misma.' });
    const appealId = await appealOf(name!.id);
    await expect(readSealed(first, appealId)).rejects.toMatchObject({
      reason: 'appeal_needs_other',
    });
    expect(await readSealed(second, appealId)).toContain(description);
    await settleAppeal(second, appealId, { decision: 'revocar', explanation: 'Es ella.' });
    const half = { title, description: `Zenobia Quiñones vive en la ${mark} y no ve de noche.` };
    expect(await getIdea(database.db, id)).toMatchObject(half);
    expect((await listNotes(database.db, id)).map(({ body }) => body)).toEqual([
      'Zenobia Quiñones firmó.',
    ]);
    expect((await noticesOf(database.db, author.personId)).at(-1)).toBe('part_appeal_granted');
    await fileAppeal(author, { kind: 'parte', id: address!.id, text: 'Ya no vivo ahí.' });
    await settleAppeal(second, await appealOf(address!.id), {
      decision: 'revocar',
      explanation: 'Está bien.',
    });
    expect(await getIdea(database.db, id)).toMatchObject({ title, description });
    expect(
      await database.owner
        .selectFrom('table_idea')
        .select(['title', 'description'])
        .where('idea_id', '=', id)
        .execute(),
    ).toEqual([{ title, description }]);
    expect(await listSeals(database.db, id)).toEqual([]);
  });

  it('does not outlive the account of who wrote it', async () => {
    const { id, author } = await told();
    await hideIdeaPart(first, id, hidden);
    await inTransaction(async (tx) => await personalData.erase(tx, author.personId));
    const seals = await database.owner
      .selectFrom('idea_seal')
      .select(['words', 'texts'])
      .where('idea_id', '=', id)
      .execute();
    expect(seals).toEqual([{ words: [], texts: [] }]);
  });
});
