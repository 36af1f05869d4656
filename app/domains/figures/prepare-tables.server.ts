import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { primaryOnly, protectTables, type ExactTable } from './protect-tables.server.ts';
import { hidden, isReleasable, type Table } from './protection.ts';

/** The tables that may stand beside their earlier releases. */
function dueOf(
  exacts: ExactTable[],
  published: readonly Table[],
  shown: (table: ExactTable) => Table,
): ExactTable[] {
  return exacts.filter((exact) =>
    isReleasable(
      shown(exact),
      published.filter(({ key }) => key === exact.key),
    ),
  );
}

/**
 * What may be released now of some tables of one family: protects what is due; what the rule of
 * differences keeps back once it is protected waits, and the rest is protected anew.
 */
export async function prepareTables(exacts: ExactTable[], published: Table[]): Promise<Table[]> {
  let due = dueOf(exacts, published, primaryOnly);
  while (due.length > 0) {
    const tables = await protectTables(due, published);
    if (!tables) return [];
    const allowed = dueOf(due, published, (exact) => tables.find(({ key }) => key === exact.key)!);
    // A table that shows nothing says nothing: it is not published.
    if (allowed.length === due.length) return tables.filter((table) => !hidden(table));
    due = allowed;
  }
  return [];
}

/** Tables of one family that are to be released, and what was published of it before. */
export type Candidates = { exacts: ExactTable[]; published: Table[] };

/**
 * The same for several families, in one thread of their own; none is begun where nothing is due.
 */
export async function prepareAside(candidates: readonly Candidates[]): Promise<Table[]> {
  const due = candidates.filter(
    ({ exacts, published }) => dueOf(exacts, published, primaryOnly).length > 0,
  );
  if (due.length === 0) return [];
  const thread = new Worker(new URL('./protect-thread.server.ts', import.meta.url), {
    workerData: due,
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
