import pg from 'pg';

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

/** The database wrote, and could not say whether its copies did: a server that takes over may not know of it. */
class UnsureError extends Error {
  readonly code = '08007';
}

/**
 * A connection that prepares each statement once: parsing and planning cost more than most of ours
 * take to run.
 */
export class PreparingClient extends pg.Client {
  #warnings = 0;

  constructor(options?: pg.ClientConfig) {
    super(options);
    this.on('notice', ({ code }) => {
      if (code === '01000') this.#warnings += 1;
    });
  }

  // `pg` declares query() many times over; here only the form that Kysely and the libraries use is
  // changed.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    const send = super.query.bind(this) as (...args: unknown[]) => unknown;
    const sent = name ? send({ name, text, values }, ...rest) : send(...given);
    return (text === 'commit' ? this.#sure(sent) : sent) as never;
  }

  /**
   * A commit that waited in vain for a synchronous copy succeeds with a warning: who is told that it worked could
   * lose it to a failover, so it counts as unknown.
   */
  async #sure(sent: unknown): Promise<unknown> {
    const before = this.#warnings;
    const done = await sent;
    if (this.#warnings > before) throw new UnsureError('a copy has not confirmed the commit');
    return done;
  }
}
