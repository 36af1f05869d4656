import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findEmbedded } from '#app/platform/db/embedded.server.ts';
import { childRun } from '#app/platform/processes/child-run.server.ts';
import { freePort } from '#tests/free-port.ts';
import { environmentOf } from './app-process.ts';

/** Copies of the seeded database, each for one journey by itself: a phase that closes, a plan that ends. */
export const aloneDatabases = ['convite_alone', 'convite_next_plan'] as const;

/**
 * The app once more, without its worker, on a copy of the demonstration: for what would disturb
 * journeys beside it, as a phase that closes. An app that was running before the journeys has no
 * such copy: then it is that one.
 */
export async function startAlone(
  name: (typeof aloneDatabases)[number],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = process.env['E2E_DATA_DIR']!;
  if (!process.env['E2E_ALONE'])
    return { url: process.env['E2E_URL']!, stop: async () => undefined };
  const port = await freePort();
  const database = findEmbedded(dataDir)!;
  // It ends by itself when the process of this journey does.
  const app = fork(fileURLToPath(new URL('../../app/server.ts', import.meta.url)), [], {
    execArgv: [],
    env: {
      ...environmentOf(dataDir, port),
      CONVITE_EMBEDDED: '1',
      DATABASE_URL: database('web', name),
      DATABASE_OWNER_URL: database('owner', name),
    },
  });
  const { ready, end } = childRun(app);
  await ready;
  return { url: `http://localhost:${port}`, stop: end };
}
