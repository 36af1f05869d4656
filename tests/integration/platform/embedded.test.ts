import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { findEmbedded, removeEmbedded } from '#app/platform/db/embedded.server.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const folder = temporaryFolder('embedded');
const script = fileURLToPath(new URL('hold-embedded.ts', import.meta.url));
const children: ChildProcess[] = [];

/** Starts the holder and waits for its first line. */
async function start(): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, says: line.toString().trim() };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function query<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: findEmbedded(folder)!('owner') });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL');
  await removeEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('starts, refuses a second start with a clear line, and is found by the command line', async () => {
    const first = await start();
    expect(first.says).toMatch(/^ready postgres:\/\/convite_web:/);
    const second = await start();
    expect(second.says).toMatch(
      new RegExp(`^refused .*in use by another Convite \\(process ${first.child.pid}\\)`),
    );
    expect(statSync(join(folder, 'postgres.json')).mode & 0o077).toBe(0);
    await query('create table kept (n int)');
    await query('insert into kept values (42)');
    await end(first.child, 'SIGTERM');
    expect(findEmbedded(folder)).toBeUndefined();
  }, 60_000);

  it('recovers by itself when its process was killed', async () => {
    const killed = await start();
    await end(killed.child, 'SIGKILL');
    expect(findEmbedded(folder)).toBeDefined(); // the server outlives the killed process…
    const next = await start();
    expect(next.says).toMatch(/^ready/); // …and the next start takes over from it
    expect(await query('select n from kept')).toEqual([{ n: 42 }]);
    await end(next.child, 'SIGTERM');
  }, 60_000);

  it('recovers by itself when everything was killed', async () => {
    const killed = await start();
    const data = findDataFolder();
    const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    await end(killed.child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
    const next = await start();
    expect(next.says).toMatch(/^ready/);
    expect(await query('select n from kept')).toEqual([{ n: 42 }]);
    await end(next.child, 'SIGTERM');
  }, 60_000);
});

function findDataFolder(): string {
  return join(folder, 'postgres');
}
