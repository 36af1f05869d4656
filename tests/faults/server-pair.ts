import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { preparedPlaces, unprivileged } from '#app/platform/db/embedded-folder.server.ts';
import { connectionTo, readKeys, type Keys } from '#app/platform/db/embedded-keys.server.ts';
import {
  endServer,
  launch,
  stopServer,
  type Program,
} from '#app/platform/db/embedded-process.server.ts';
import { removeEmbedded, startEmbedded } from '#app/platform/db/embedded.server.ts';
import { freePort } from '#tests/free-port.ts';
import { Line } from './line.ts';
import { familyOf } from './running-app.ts';

/** One PostgreSQL server of the pair. */
export type Server = { program: Program; keys: Keys; process: ChildProcess };

async function ask<T extends pg.QueryResultRow>(
  server: Server,
  ...questions: string[]
): Promise<T[]> {
  const client = new pg.Client({ connectionString: connectionTo(server.keys)('superuser') });
  await client.connect();
  let rows: T[] = [];
  try {
    for (const question of questions) ({ rows } = await client.query<T>(question));
    return rows;
  } finally {
    await client.end();
  }
}

/** A server that writes, a synchronous copy of it that follows, and one address that leads to either. */
export class ServerPair {
  readonly line: Line;
  /** The server that writes, and the one that follows it. */
  primary: Server;
  standby: Server | undefined;
  readonly #dataDir: string;
  #copies = 0;

  private constructor(dataDir: string, primary: Server, line: Line) {
    this.#dataDir = dataDir;
    this.primary = primary;
    this.line = line;
  }

  /** Makes both on a folder. */
  static async start(dataDir: string): Promise<ServerPair> {
    const embedded = await startEmbedded(dataDir, { fast: true });
    await embedded.stop();
    const as = unprivileged();
    const { native, data } = preparedPlaces(dataDir, as);
    const program: Program = { native, data, as, fast: false };
    const keys = readKeys(dataDir);
    if (!keys) throw new Error('no log-ins');
    const primary = { program, keys, process: await launch(program, keys) };
    const pair = new ServerPair(dataDir, primary, await Line.open(keys.port));
    await pair.follow();
    return pair;
  }

  /** The settings of an app that reaches them by the address that moves. */
  get settings(): Record<string, string> {
    const to = connectionTo({ ...this.primary.keys, port: this.line.port });
    return {
      DATABASE_URL: to('web'),
      DATABASE_OWNER_URL: to('owner'),
      DATABASE_WORKER_URL: to('worker'),
      APP_SECRET: 'x'.repeat(32),
    };
  }

  /** Gives the server that writes a copy, without which it confirms nothing. */
  async follow(): Promise<void> {
    const { program, keys } = this.primary;
    this.#copies += 1;
    const data = join(dirname(program.data), `copy-${this.#copies}`);
    const copy: Program = { ...program, data };
    const owner = new pg.Client({ connectionString: connectionTo(keys)('superuser') });
    await owner.connect();
    try {
      await owner.query("select pg_backup_start('copy', true)");
      spawnSync('cp', ['-a', program.data, data]);
      const { rows } = await owner.query<{ labelfile: string }>(
        'select labelfile from pg_backup_stop()',
      );
      rmSync(join(data, 'postmaster.pid'), { force: true });
      writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
      writeFileSync(join(data, 'standby.signal'), '');
      const from = `host=127.0.0.1 port=${keys.port} user=postgres password=${keys.superuser}`;
      appendFileSync(
        join(data, 'postgresql.auto.conf'),
        `primary_conninfo = '${from}'\nsynchronous_standby_names = ''\n`,
      );
      if (program.as)
        for (const file of ['backup_label', 'standby.signal'])
          chownSync(join(data, file), program.as.uid, program.as.gid);
    } finally {
      await owner.end();
    }
    const port = await freePort();
    this.standby = {
      program: copy,
      keys: { ...keys, port },
      process: await launch(copy, { ...keys, port }),
    };
    await ask(
      this.primary,
      "alter system set synchronous_standby_names = '*'",
      'select pg_reload_conf()',
    );
    await this.#untilSynchronous();
  }

  async #untilSynchronous(): Promise<void> {
    const following = "select 1 from pg_stat_replication where sync_state = 'sync'";
    for (let i = 0; (await ask(this.primary, following)).length === 0; i += 1) {
      if (i > 300) throw new Error('the copy does not follow');
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Ends the server that writes: at once, or as its operator does. */
  async end(how: 'SIGKILL' | 'SIGINT'): Promise<void> {
    const { process: server, program } = this.primary;
    if (how === 'SIGINT') await stopServer(server);
    else {
      const family = familyOf(server.pid ?? 0);
      const ended = once(server, 'exit');
      for (const { pid } of family) process.kill(pid, 'SIGKILL');
      await ended;
    }
    await endServer(program.data);
  }

  /** Ends the copy alone. */
  async endStandby(): Promise<void> {
    if (this.standby) await stopServer(this.standby.process);
    this.standby = undefined;
  }

  /** The copy takes over. */
  async promote(): Promise<void> {
    if (!this.standby) throw new Error('nobody follows');
    await ask(this.standby, 'select pg_promote()');
    this.primary = this.standby;
    this.standby = undefined;
  }

  /** Of these addresses, those that are not exactly once among the accounts. */
  async notOnce(addresses: string[]): Promise<string[]> {
    const rows = await ask<{ email: string; count: number }>(
      this.primary,
      "select email::text, count(*)::int from person where email like '%@prueba.convite' group by email",
    );
    const counts = new Map(rows.map(({ email, count }) => [email, count]));
    return addresses.filter((address) => counts.get(address) !== 1);
  }

  /** Ends both and deletes their data. */
  async remove(): Promise<void> {
    this.line.close();
    for (const server of [this.standby, this.primary])
      if (server) {
        await stopServer(server.process);
        rmSync(server.program.data, { recursive: true, force: true });
      }
    await removeEmbedded(this.#dataDir);
  }
}
