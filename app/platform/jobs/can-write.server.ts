import { isReady } from '#app/platform/db/check-ready.server.ts';
import { canEnqueue } from './enqueue.server.ts';

/** Whether an act can be kept now: what it writes, and the job that follows it. */
export async function canWrite(): Promise<boolean> {
  return (await isReady()) && (await canEnqueue());
}
