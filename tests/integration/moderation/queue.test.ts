import { describe, expect, it } from 'vitest';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import {
  findNeighbours,
  findNextFree,
  getDesk,
  listQueue,
  listQueueAround,
} from '#app/domains/moderation/get-queue.server.ts';
import { getTriageItem } from '#app/domains/moderation/get-triage-item.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { askBack, moderators } from './fixtures.ts';
import { database, plan, day, sent, scopedTo } from './queued-ideas.ts';

const ask = (more: object = {}) => ({
  view: 'nuevas' as const,
  limit: 50,
  locale: 'es' as const,
  at: now(),
  ...more,
});

describe('the queue', () => {
  it('is paged by age without repeating or skipping, also among ideas of the same instant', async () => {
    const moderator = await scopedTo(0);
    const instant = new Date(now().getTime() - 2 * day);
    const ideas = [];
    for (let i = 0; i < 7; i += 1)
      ideas.push(
        await sent(0, 0, {
          row: { submitted_at: i < 5 ? instant : new Date(instant.getTime() - (i + 1) * 1000) },
        }),
      );
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const found = await listQueue(database.db, moderator, ask({ limit: 2, cursor }));
      seen.push(...found.items.map((item) => item.id));
      cursor = found.next;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ideas.map((idea) => idea.id)));
    expect(seen[0]).toBe(ideas[6]!.id);
    await expect(listQueue(database.db, moderator, ask({ cursor: 'x' }))).rejects.toMatchObject({
      kind: 'invalid',
      reason: 'cursor_malformed',
    });
  });

  it('shows only the commitments of the grant, and all to coordination', async () => {
    const idea = await sent(1, 1);
    expect(
      (await listQueue(database.db, await scopedTo(2), ask())).items.map((item) => item.id),
    ).not.toContain(idea.id);
    expect(
      (
        await listQueue(
          database.db,
          await newActor(database.db, { roles: ['coordinacion'] }),
          ask(),
        )
      ).items.map((item) => item.id),
    ).toContain(idea.id);
    await expect(listQueue(database.db, await newActor(database.db), ask())).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(
      getTriageItem(database.db, await scopedTo(2), idea.id, 'es', now()),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('counts what is late and what ends today in working days, and stops for an ask-back', async () => {
    const moderator = await scopedTo(2);
    const at = new Date('2026-11-24T12:00:00-05:00'); // a Tuesday
    setClockOffset(at.getTime() - Date.now());
    await sent(2, 0, { row: { submitted_at: new Date('2026-11-18T12:00:00-05:00') } }); // Monday 23 was its third day
    await sent(2, 0, { row: { submitted_at: new Date('2026-11-19T12:00:00-05:00') } }); // today is
    await sent(2, 0, { row: { submitted_at: new Date('2026-11-23T12:00:00-05:00') } });
    const asked = await sent(2, 0, {
      row: { submitted_at: new Date('2026-11-10T12:00:00-05:00') },
    });
    await decideIdea(moderator, asked.id, askBack);
    expect(await getDesk(database.db, moderator, 'es', at)).toMatchObject({
      late: 1,
      today: 1,
      counts: { nuevas: 3, pausa: 1, cuarentena: 0, editadas: 0 },
    });
    const [paused] = (await listQueue(database.db, moderator, ask({ view: 'pausa' }))).items;
    expect(paused).toMatchObject({
      id: asked.id,
      clock: { due: 'hold' },
      askedAt: expect.any(Date),
    });
  });

  it('leads from one free item to the next: not to what others hold nor to one’s own', async () => {
    const moderator = await scopedTo(3);
    const other = await scopedTo(3);
    const ideas = [
      await sent(3, 9),
      await sent(3, 8),
      await sent(3, 7, { authorId: moderator.personId }),
      await sent(3, 6),
    ];
    await claimIdea(other, ideas[1]!.id);
    expect(await findNextFree(database.db, moderator, { view: 'nuevas' }, null, now())).toBe(
      ideas[0]!.id,
    );
    expect(
      await findNeighbours(database.db, moderator, { view: 'nuevas' }, ideas[0]!.id, now()),
    ).toEqual({ next: ideas[3]!.id, previous: null });
    expect(
      await findNeighbours(database.db, moderator, { view: 'nuevas' }, ideas[3]!.id, now()),
    ).toEqual({ next: null, previous: ideas[0]!.id });
    expect(
      (await listQueueAround(database.db, moderator, ask({ limit: 2 }), ideas[3]!.id)).map(
        (item) => item.id,
      ),
    ).toEqual([ideas[3]!.id]);
    expect(
      (await listQueue(database.db, moderator, ask())).items.map((item) => [
        item.own,
        item.claim?.mine ?? null,
      ]),
    ).toEqual([
      [false, null],
      [false, false],
      [true, null],
      [false, null],
    ]);
  });
});

describe('an item', () => {
  it('comes with its author’s history, never with what they declared nor how to reach them', async () => {
    const [moderator] = await moderators(database.db, 1);
    const author = await newActor(database.db, { email: 'autora-secreta@prueba.convite' });
    await sent(0, 5, { authorId: author.personId, state: 'rechazada' });
    await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      authorId: author.personId,
      title: 'Sillas en el parque',
    });
    await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      authorId: author.personId,
      state: 'borrador',
      title: 'Un borrador que nadie ve',
    });
    const idea = await sent(0, 1, { authorId: author.personId });
    const item = await getTriageItem(database.db, moderator!, idea.id, 'es', now());
    expect(item.author!.states).toEqual([
      { state: 'publicada', count: 1 },
      { state: 'rechazada', count: 1 },
    ]);
    expect(item.author!.recent.map((one) => one.title)).toContain('Sillas en el parque');
    expect(JSON.stringify(item)).not.toMatch(/autora-secreta|Un borrador/);
    expect(item.decisions).toHaveLength(6);
    expect(item.history[0]).toMatchObject({ kind: 'received' });
  });

  it('shows coordination everything and no decision', async () => {
    const idea = await sent(0, 1);
    const item = await getTriageItem(
      database.db,
      await newActor(database.db, { roles: ['coordinacion'] }),
      idea.id,
      'es',
      now(),
    );
    expect(item.decisions).toEqual([]);
  });

  it('shows a change that waits beside what was looked at', async () => {
    const [moderator] = await moderators(database.db, 1);
    const idea = await newIdea(database.db, {
      commitmentId: plan.commitments[0]!.id,
      description: 'El texto que se revisó.',
      row: { edit_review_at: now(), version: 2, reviewed_version: 1 },
    });
    await database.db
      .insertInto('idea_revision')
      .values({
        idea_id: idea.id,
        version: 2,
        commitment_id: plan.commitments[0]!.id,
        title: idea.title,
        description: 'El texto con un cambio.',
        status: 'pendiente',
        created_at: now(),
      })
      .execute();
    const item = await getTriageItem(database.db, moderator!, idea.id, 'es', now());
    expect(item.before).toMatchObject({ description: 'El texto que se revisó.' });
    expect(item.text).toMatchObject({ description: 'El texto con un cambio.' });
    expect(
      (await listQueue(database.db, moderator!, ask({ view: 'editadas' }))).items.map(
        (one) => one.id,
      ),
    ).toContain(idea.id);
  });
});
