import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Proof } from './exchanges.ts';
import { keyOf, protectTables } from './protect-tables.ts';
import { proveBySolver } from './prove-by-solver.server.ts';
import {
  everything,
  hidden,
  isReleasable,
  isWithheld,
  primaryOnly,
  type ExactTable,
  type Protections,
  type Table,
} from './protection.ts';
import type { Ground } from './units.ts';

/** Tables of one family that are to be released, and what was published of it before. */
export type Candidates = { ground: Ground; exacts: ExactTable[]; published: Table[] };

/** What may be released; or which secret of what was published before can no longer be proven open. */
export type Prepared = { tables: Table[]; standsAt: string | null };

/** The tables that may stand beside their earlier releases. */
function dueOf({ exacts, published }: Candidates, protections: Protections): ExactTable[] {
  return exacts.filter((exact) => {
    const earlier = published.filter(({ key }) => key === exact.key);
    return (
      !isWithheld(exact, protections) &&
      isReleasable(primaryOnly(exact, protections), earlier, protections)
    );
  });
}

/**
 * What may be released now of some tables of one family. A table that shows nobody is not
 * published. Where exchanges cannot prove something earlier open any more, the solver looks for two
 * worlds; where it finds none the family stands still.
 */
export async function prepareTables(
  candidates: Candidates,
  protections: Protections = everything,
): Promise<Prepared> {
  const { ground, published } = candidates;
  const due = dueOf(candidates, protections);
  const known = new Map<string, Proof>();
  for (;;) {
    const { tables, unproven } = protectTables(ground, due, published, protections, known);
    if (!unproven) return { tables: tables.filter((table) => !hidden(table)), standsAt: null };
    const key = keyOf(unproven);
    const proof = known.has(key) ? null : await proveBySolver(ground, published, unproven);
    if (!proof) return { tables: [], standsAt: key };
    known.set(key, proof);
  }
}

/** The same in a thread of its own; none is begun where nothing is due. */
export async function prepareAside(candidates: Candidates): Promise<Prepared> {
  if (dueOf(candidates, everything).length === 0) return { tables: [], standsAt: null };
  const thread = new Worker(new URL('./protect-thread.server.ts', import.meta.url), {
    workerData: candidates,
    execArgv: [],
  });
  try {
    // An error of the thread rejects.
    const [prepared] = (await once(thread, 'message')) as [Prepared];
    return prepared;
  } finally {
    await thread.terminate();
  }
}
