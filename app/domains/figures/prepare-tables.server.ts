import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { protectTables } from './protect-tables.ts';
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
 * published.
 */
export function prepareTables(
  candidates: Candidates,
  protections: Protections = everything,
): Table[] {
  const due = dueOf(candidates, protections);
  if (due.length === 0) return [];
  return protectTables(candidates.ground, due, candidates.published, protections).filter(
    (table) => !hidden(table),
  );
}

/** The same in a thread of its own; none is begun where nothing is due. */
export async function prepareAside(candidates: Candidates): Promise<Table[]> {
  if (dueOf(candidates, everything).length === 0) return [];
  const thread = new Worker(new URL('./protect-thread.server.ts', import.meta.url), {
    workerData: candidates,
    execArgv: [],
  });
  try {
    // An error of the thread rejects.
    const [tables] = (await once(thread, 'message')) as [Table[]];
    return tables;
  } finally {
    await thread.terminate();
  }
}
