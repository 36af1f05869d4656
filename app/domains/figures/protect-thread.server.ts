import { parentPort, workerData } from 'node:worker_threads';
import { prepareTables, type Candidates } from './prepare-tables.server.ts';
import type { Table } from './protection.ts';

/**
 * A thread of its own for the attack, whose solver blocks: meanwhile mails go out and what is due
 * is done.
 */

const tables: Table[] = [];
for (const { exacts, published } of workerData as Candidates[])
  tables.push(...(await prepareTables(exacts, published)));
parentPort!.postMessage(tables);
