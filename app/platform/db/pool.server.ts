import pg from 'pg';

// Counts come as bigint from count(*); ours stay far below 2^53.
pg.types.setTypeParser(20, Number);
// Dates without time stay texts: a Date would shift them by the machine's zone.
pg.types.setTypeParser(1082, (text) => text);

/** Statements that a process has named; texts put together at random are not worth a plan each. */
const names = new Map<string, string>();
const mostNames = 600;
/** One statement that reads or writes rows; what migrations send together cannot be prepared. */
const isPlanned = (text: string) => /^\s*(select|with|insert|update|delete)\b[^;]*$/i.test(text);

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < mostNames && isPlanned(text))
    names.set(text, (name = `s${names.size}`));
  return name;
}

/**
 * A connection that prepares each statement once: parsing and planning cost more than most of ours
 * take to run.
 */
class PreparingClient extends pg.Client {
  // `pg` declares query() many times over; here only the form that Kysely and the libraries use is
  // changed.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    const send = super.query.bind(this) as (...args: unknown[]) => unknown;
    return (name ? send({ name, text, values }, ...rest) : send(...given)) as never;
  }
}

const ignore = () => undefined;
type Stream = { destroy: () => void; bytesRead: number; bytesWritten: number };
const streamOf = (client: object) =>
  (client as { connection: { stream: Stream } }).connection.stream;

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

type Lent = { since: number; moved: number; bytes: number };
type Refuse = (error: Error) => void;
type Handed = (error: Error | undefined, client?: pg.PoolClient, release?: () => void) => void;

/**
 * A pool that does not wait for a database that is frozen or cut off: when something has waited for two
 * seconds, a connection of its own asks. After two beats without an answer all connections are given up, and
 * everybody is refused at once until it answers again.
 */
class WatchedPool extends pg.Pool {
  readonly #ask: pg.ClientConfig;
  readonly #open = new Set<pg.PoolClient>();
  readonly #lent = new Map<pg.PoolClient, Lent>();
  readonly #waiting = new Map<Refuse, number>();
  readonly #timer: NodeJS.Timeout;
  #unanswered = 0;
  #asking = false;

  constructor(options: pg.PoolConfig) {
    super(options);
    this.#ask = {
      connectionString: options.connectionString,
      connectionTimeoutMillis: beat,
      query_timeout: beat,
    };
    // One in use that breaks fails its statement, an idle one is replaced at the next use: in both cases the
    // event itself has nothing to add, and unheard it would end the process.
    this.on('error', ignore);
    this.on('connect', (client) => void this.#open.add(client.on('error', ignore)));
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

  async #lend(): Promise<pg.PoolClient> {
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
    this.#unanswered = (await this.#answers()) ? 0 : this.#unanswered + 1;
    this.#asking = false;
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

  /** Whether it says anything at all: also a refusal is an answer. */
  async #answers(): Promise<boolean> {
    const client = new pg.Client(this.#ask).on('error', ignore);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch (error) {
      return !isSilence(error as NodeJS.ErrnoException);
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
export function openPool(connectionString: string, max = 10, longest = 15_000): pg.Pool {
  return new WatchedPool({
    Client: PreparingClient,
    connectionString,
    max,
    connectionTimeoutMillis: 20_000,
    statement_timeout: longest,
    idleTimeoutMillis: 30_000,
  });
}
