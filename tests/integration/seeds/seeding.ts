import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import type { TestDatabase } from '#tests/integration/database.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const minutes = (count: number) => count * 60_000;
export const day = 86_400_000;

export async function numberOf(database: TestDatabase, query: string): Promise<number> {
  const { rows } = await sql
    .raw<{ n: string }>(`select count(*) as n from ${query}`)
    .execute(database.owner);
  return Number(rows[0]!.n);
}

/** Everything that the seeding writes, as numbers that would change with any row of it. */
export async function fingerprint(database: TestDatabase): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from audit_entry) as audit,
      (select max(id::text) from audit_entry) as last, (select count(*) from notice) as notices,
      (select count(*) from person) as people, (select count(*) from support) as supports,
      (select max(number) from idea) as number, (select count(*) from pgboss.job) as jobs
  `.execute(database.owner);
  return rows[0];
}

/** A seeding in a process of its own, killed once it has written some ideas. */
export async function seedAndKill(database: TestDatabase): Promise<void> {
  const script = `
    const { useDatabase } = await import('#app/platform/db/db.server.ts');
    const { useQueue } = await import('#app/platform/jobs/enqueue.server.ts');
    const { seedDemo } = await import('#db/seeds/demo.ts');
    useDatabase(process.env.WEB); useQueue(process.env.WEB);
    await seedDemo(process.env.OWNER);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, WEB: database.url('web'), OWNER: database.url('owner') },
  });
  const ended = new Promise((done) => child.once('close', done));
  try {
    await vi.waitFor(async () => expect(await numberOf(database, 'idea')).toBeGreaterThan(8), {
      timeout: minutes(1.5),
      interval: 50,
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** What the declarations of those who came to workshops add up to. */
export async function heldWorkshops(database: TestDatabase): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select count(distinct m.id)::int as workshops, count(*)::int as people,
      round(
        100.0 * count(*) filter (
          where d.answers->>'genero' in ('mujer', 'mujer_trans')
        ) / count(*)
      )::int as women,
      count(*) filter (
        where d.answers->'cuida' is not null
          and not d.answers->'cuida' ?| array['no', 'prefiero_no_responder']
      )::int as carers,
      count(*) filter (
        where exists (
          select
          from jsonb_each_text(d.answers) a
          where a.key like 'wg_%' and a.value in ('mucha', 'no_puede')
        )
      )::int as disability,
      count(distinct d.answers->>'localidad')::int as localities,
      round(
        100.0 * count(*) filter (where d.answers->>'organizacion_tipo' <> 'ninguna') / count(*)
      )::int as organised
    from check_in k
      join meeting m on m.id = k.meeting_id and m.kind = 'taller'
      join declared.declaration d on d.registration_id = k.registration_id
    where k.undone_at is null
  `.execute(database.owner);
  return rows[0]!;
}
