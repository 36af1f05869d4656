import { parentPort, workerData } from 'node:worker_threads';
import { prepareTables, type Candidates } from './prepare-tables.server.ts';

/**
 * A thread of its own for protection, which computes without a pause: meanwhile mails go out and
 * what is due is done.
 */

parentPort!.postMessage(await prepareTables(workerData as Candidates));
