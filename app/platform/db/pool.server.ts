import pg from 'pg';
import { PreparingClient } from './preparing-client.server.ts';

// Counts come as bigint from count(*); ours stay far below 2^53.
pg.types.setTypeParser(20, Number);
// Dates without time stay texts: a Date would shift them by the machine's zone.
pg.types.setTypeParser(1082, (text) => text);

const ignore = () => undefined;
type Stream = { destroy: () => void; bytesRead: number; bytesWritten: number };
type Connection = {
  stream: Stream;
  on: (event: 'errorMessage', heard: (error: { code?: string }) => void) => void;
};
const connectionOf = (client: object) => (client as { connection: Connection }).connection;
const streamOf = (client: object) => connectionOf(client).stream;

/** How often is looked, and after what time something is strange (milliseconds). */
const look = 1000;
const patience = 2000;
const beat = 3000;
/** A connection in use on which nothing moved for so long leads nowhere: another machine took over. */
const silence = 60_000;

/** The database is there and says nothing; told like one that is away. */
class SilentError extends Error {
  readonly code = 'ETIMEDOUT';
}
const isSilence = ({ code = '', message }: NodeJS.ErrnoException) =>
  ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code) || /timeout/i.test(message);

/** It only reads: a copy that another one has left behind, or that has not taken over yet. */
const readsOnly = '25006';
/** What tells servers of one address from one another: a failover leads the same address to another one. */
const whichServer = 'select pg_postmaster_start_time()::text as server';

async function serverOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ server: string }>(whichServer);
  return rows[0]?.server ?? '';
}

/**
 * Lets go of commits that wait for a synchronous copy which is gone: they would wait for ever, and connections run
 * out. Each ends with a warning, which counts as unknown.
 */
const releaseCommits = `
  select pg_cancel_backend(pid) from pg_stat_activity
  where usename = current_user and wait_event = 'SyncRep' and clock_timestamp() - query_start > interval '10 s'
`;

type Lent = { since: number; moved: number; bytes: number };
type Refuse = (error: Error) => void;
type Handed = (error: Error | undefined, client?: pg.PoolClient, release?: () => void) => void;

/**
 * A pool that does not wait for a database that is frozen or cut off: when something has waited for two
 * seconds, a connection of its own asks. After two beats without an answer all connections are given up, and
 * everybody is refused at once until it answers again. Where another server answers than the one that a
 * connection leads to, that connection is given up; so are all to a server that refuses to write.
 */
export class WatchedPool extends pg.Pool {
  readonly #ask: pg.ClientConfig;
  readonly #open = new Set<pg.PoolClient>();
  readonly #left = new WeakSet<pg.PoolClient>();
  readonly #servers = new WeakMap<pg.PoolClient, string>();
  readonly #lent = new Map<pg.PoolClient, Lent>();
  readonly #waiting = new Map<Refuse, number>();
  readonly #timer: NodeJS.Timeout;
  #unanswered = 0;
  #asking = false;
  #leftAt = -look;

  constructor(options: pg.PoolConfig) {
    super(options);
    this.options.verify = (client, done) => void this.#learn(client).then(() => done(), done);
    this.#ask = {
      connectionString: options.connectionString,
      connectionTimeoutMillis: beat,
      query_timeout: beat,
    };
    // One in use that breaks fails its statement, an idle one is replaced at the next use: in both cases the
    // event itself has nothing to add, and unheard it would end the process.
    this.on('error', ignore);
    this.on('connect', (client) => {
      this.#open.add(client.on('error', ignore));
      connectionOf(client).on('errorMessage', ({ code }) => {
        if (code === readsOnly) this.leaveServer();
      });
    });
    this.on('remove', (client) => void this.#open.delete(client));
    this.on('acquire', (client) => {
      const at = performance.now();
      this.#lent.set(client, { since: at, moved: at, bytes: -1 });
    });
    this.on('release', (_error, client) => void this.#lent.delete(client));
    this.#timer = setInterval(() => void this.#look(), look).unref();
  }

  get #isSilent(): boolean {
    return this.#unanswered >= 2;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(handed: Handed): void;
  override connect(handed?: Handed): Promise<pg.PoolClient> | undefined {
    const lent = this.#lend();
    if (!handed) return lent;
    lent.then(
      (client) => handed(undefined, client, client.release.bind(client)),
      (error: Error) => handed(error, undefined, ignore),
    );
    return undefined;
  }

  override async end(): Promise<void> {
    clearInterval(this.#timer);
    await super.end();
  }

  /** Gives up every connection, those in use once they are given back; at most once a second. */
  leaveServer(): void {
    const now = performance.now();
    if (now - this.#leftAt < look) return;
    this.#leftAt = now;
    for (const client of this.#open) this.#left.add(client);
  }

  /** Learns of a new connection where it leads to. */
  async #learn(client: pg.PoolClient): Promise<void> {
    this.#servers.set(client, await serverOf(client));
  }

  async #lend(): Promise<pg.PoolClient> {
    let client = await this.#wait();
    while (this.#left.has(client)) {
      client.release(true);
      client = await this.#wait();
    }
    const release = client.release;
    client.release = (failed) => release(failed || this.#left.has(client));
    return client;
  }

  async #wait(): Promise<pg.PoolClient> {
    if (this.#isSilent) throw new SilentError('the database does not answer');
    let refuse: Refuse = ignore;
    const refused = new Promise<never>((_done, fail) => (refuse = fail));
    this.#waiting.set(refuse, performance.now());
    const client = super.connect();
    try {
      return await Promise.race([client, refused]);
    } catch (error) {
      client.then((late) => late.release(), ignore);
      throw error;
    } finally {
      this.#waiting.delete(refuse);
    }
  }

  async #look(): Promise<void> {
    if (this.#asking) return;
    const now = performance.now();
    this.#dropSilent(now);
    const since = [
      ...this.#waiting.values(),
      ...[...this.#lent.values()].map((lent) => lent.since),
    ];
    if (!this.#isSilent && !since.some((at) => now - at > patience)) {
      this.#unanswered = 0;
      return;
    }
    this.#asking = true;
    const answer = await this.#answer();
    this.#unanswered = answer === undefined ? this.#unanswered + 1 : 0;
    this.#asking = false;
    if (answer) this.#leaveOthers(answer);
    if (!this.#isSilent) return;
    for (const refuse of this.#waiting.keys()) refuse(new SilentError('the database is silent'));
    for (const client of this.#open) streamOf(client).destroy();
  }

  #dropSilent(now: number): void {
    for (const [client, lent] of this.#lent) {
      const { bytesRead, bytesWritten } = streamOf(client);
      if (lent.bytes !== bytesRead + bytesWritten) {
        lent.bytes = bytesRead + bytesWritten;
        lent.moved = now;
      } else if (this.options.statement_timeout && now - lent.moved > silence)
        streamOf(client).destroy();
    }
  }

  /** Cuts connections to another server than the one that answers now. */
  #leaveOthers(server: string): void {
    const now = performance.now();
    for (const client of this.#open) {
      const its = this.#servers.get(client);
      const { since = now } = this.#lent.get(client) ?? {};
      if (its === undefined ? now - since > patience : its !== server) streamOf(client).destroy();
    }
  }

  /** Which server answers; '' where it refuses, which is an answer too, and nothing where there is none. */
  async #answer(): Promise<string | undefined> {
    const client = new pg.Client(this.#ask).on('error', ignore);
    try {
      await client.connect();
      const server = await serverOf(client);
      await client.query(releaseCommits);
      return server;
    } catch (error) {
      return isSilence(error as NodeJS.ErrnoException) ? undefined : '';
    } finally {
      client.end().catch(ignore);
      setTimeout(() => streamOf(client).destroy(), look).unref();
    }
  }
}

/**
 * Opens a pool on a database; statements over 15 s are stopped, so that one request cannot hold a
 * connection (0: none are). Two hundred people at once wait their turn for a connection rather than
 * be refused; a database that is away says so at once, one that is frozen within ten seconds.
 */
export function openPool(connectionString: string, max = 10, longest = 15_000): WatchedPool {
  return new WatchedPool({
    Client: PreparingClient,
    connectionString,
    max,
    connectionTimeoutMillis: 20_000,
    statement_timeout: longest,
    idleTimeoutMillis: 30_000,
  });
}
