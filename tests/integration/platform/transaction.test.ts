import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isReady } from '#app/platform/db/check-ready.server.ts';
import {
  inTransaction,
  isAway,
  openKysely,
  openPool,
  violates,
} from '#app/platform/db/db.server.ts';
import { newPerson } from '#tests/factories/people.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();

describe('a transaction', () => {
  it('that meets a deadlock is told again from the beginning', async () => {
    const one = await newPerson(database.db);
    const two = await newPerson(database.db);
    let met = 0;
    let bothHold: () => void = () => undefined;
    const ready = new Promise<void>((done) => (bothHold = done));
    const change = async (first: string, second: string) => {
      let told = 0;
      await inTransaction(async (tx) => {
        told += 1;
        await tx.selectFrom('person').select('id').where('id', '=', first).forUpdate().execute();
        met += 1;
        if (met === 2) bothHold();
        if (told === 1) await ready;
        await tx.selectFrom('person').select('id').where('id', '=', second).forUpdate().execute();
      });
      return told;
    };
    const told = await Promise.all([change(one.id, two.id), change(two.id, one.id)]);
    // The one that PostgreSQL ended was told again; on a busy machine perhaps more than once.
    expect(Math.max(...told)).toBeGreaterThan(1);
  });

  it('names the constraint that refused it', async () => {
    const { email } = await newPerson(database.db);
    const error = await newPerson(database.db, { email }).catch((reason: unknown) => reason);
    expect(violates(error, 'person_email_key')).toBe(true);
    expect(violates(error, 'support_once')).toBe(false);
  });
});

describe('the database', () => {
  it('that is away is told from one that refuses', async () => {
    const nowhere = openKysely(openPool('postgres://web:x@127.0.0.1:1/none', 1));
    const away = await sql`select 1`.execute(nowhere).catch((reason: unknown) => reason);
    await nowhere.destroy();
    expect(isAway(away)).toBe(true);
    const refused = await sql`select 1 / 0`.execute(database.db).catch((reason: unknown) => reason);
    expect(isAway(refused)).toBe(false);
  });

  it('is ready for the web role once it has every migration', async () => {
    expect(await isReady()).toBe(true);
    await database.owner.executeQuery(
      sql`update kysely_migration set name = name || '_x'`.compile(database.owner),
    );
    expect(await isReady()).toBe(false);
    await database.owner.executeQuery(
      sql`update kysely_migration set name = left(name, -2)`.compile(database.owner),
    );
  });

  it('gives counts as numbers and days as text', async () => {
    const { rows } =
      await sql`select count(*) as n, date '2026-11-24' as day from person where false`.execute(
        database.db,
      );
    expect(rows).toEqual([{ n: 0, day: '2026-11-24' }]);
  });

  it('lets the web role read and write, and make or drop nothing', async () => {
    await expect(sql`create table mine (n int)`.execute(database.db)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(sql`drop table support`.execute(database.db)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(sql`truncate audit_entry`.execute(database.db)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      sql`alter table audit_entry disable trigger all`.execute(database.db),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
