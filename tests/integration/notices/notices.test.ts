import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { countUnreadNotices } from '#app/domains/notices/count-unread-notices.server.ts';
import { followSubject, listFollowerIds } from '#app/domains/notices/follow-subject.server.ts';
import { sendDigests } from '#app/domains/notices/jobs.ts';
import { listNotices } from '#app/domains/notices/list-notices.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { readNotices } from '#app/domains/notices/read-notices.server.ts';
import { sendAllDigests } from '#app/domains/notices/send-digests.server.ts';
import type { NoticeKind } from '#app/domains/notices/types.ts';
import { newActor, newPerson } from '#tests/factories/people.ts';
import { freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();
const tell = async (
  personIds: string[],
  title: string,
  kind: NoticeKind = 'idea_published',
  id = newId(),
) =>
  await inTransaction(
    async (tx) =>
      await notify(tx, { personIds, kind, subject: { kind: 'idea', id }, params: { title } }),
  );
const mailsTo = async (email: string) =>
  await database.owner
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', email)
    .orderBy('queued_at')
    .execute();

describe('a digest', () => {
  it('tells a person everything at once, in their language, with absolute links', async () => {
    const person = await newPerson(database.db, { locale: 'en' });
    const id = newId();
    await tell([person.id, person.id], 'Andenes anchos', 'idea_published', id);
    await tell([person.id], 'Más árboles', 'comment_reply');
    await sendAllDigests();
    const mails = await mailsTo(person.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      subject: 'You have 2 updates in Convite',
      person_id: person.id,
    });
    expect(mails[0]!.links).toContain(`http://localhost:3000/ideas/${id}`);
    expect(mails[0]!.body).toContain('Más árboles');
  });

  it('is sent once by two workers at once, and never empty', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => newPerson(database.db)));
    await tell(
      people.map((person) => person.id),
      'Andenes anchos',
    );
    await Promise.all([sendAllDigests(), sendAllDigests(), sendAllDigests()]);
    await sendAllDigests();
    for (const person of people) expect(await mailsTo(person.email)).toHaveLength(1);
    const before = await database.db.selectFrom('mail').select('id').execute();
    await sendAllDigests();
    expect(await database.db.selectFrom('mail').select('id').execute()).toHaveLength(before.length);
  });

  it('waits until the address is confirmed', async () => {
    const person = await newPerson(database.db, { verified: false });
    await tell([person.id], 'Andenes anchos');
    await sendAllDigests();
    expect(await mailsTo(person.email)).toEqual([]);
    await database.db
      .updateTable('person')
      .set({ email_verified_at: new Date() })
      .where('id', '=', person.id)
      .execute();
    await sendAllDigests();
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  it('is queued with the change that it tells, and vanishes with it', async () => {
    const person = await newPerson(database.db);
    const before = (await queuedJobs(database, sendDigests.name)).length;
    const act = inTransaction(async (tx) => {
      await notify(tx, {
        personIds: [person.id],
        kind: 'idea_published',
        subject: { kind: 'idea', id: newId() },
        params: { title: 'x' },
      });
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await queuedJobs(database, sendDigests.name)).toHaveLength(before);
    expect(await countUnreadNotices(database.db, person.id)).toBe(0);
    await tell([person.id], 'x');
    expect(await queuedJobs(database, sendDigests.name)).toHaveLength(before + 1);
  });
});

describe('the inbox', () => {
  it('is paged from new to old, each notice once', async () => {
    const actor = await newActor(database.db);
    for (let n = 1; n <= 35; n += 1) await tell([actor.personId], `Idea ${n}`);
    const first = await listNotices(database.db, actor.personId, null);
    const second = await listNotices(database.db, actor.personId, first.next);
    expect(first.items[0]!.params['title']).toBe('Idea 35');
    expect([first.items.length, second.items.length, second.next]).toEqual([30, 5, null]);
    expect(new Set([...first.items, ...second.items].map((notice) => notice.id)).size).toBe(35);
    await expect(listNotices(database.db, actor.personId, 'zzz')).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('is marked as read by its owner alone', async () => {
    const [actor, other] = await Promise.all([newActor(database.db), newActor(database.db)]);
    await tell([actor.personId, other.personId], 'Andenes anchos');
    await readNotices(actor);
    expect(await countUnreadNotices(database.db, actor.personId)).toBe(0);
    expect(await countUnreadNotices(database.db, other.personId)).toBe(1);
  });
});

describe('following', () => {
  it('counts a person once', async () => {
    const person = await newPerson(database.db);
    const subject = { kind: 'idea' as const, id: newId() };
    await inTransaction(async (tx) => {
      await followSubject(tx, person.id, subject);
      await followSubject(tx, person.id, subject);
    });
    expect(await listFollowerIds(database.db, subject)).toEqual([person.id]);
  });
});
