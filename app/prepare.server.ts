import { closeDatabase, useDatabase } from '#app/platform/db/db.server.ts';
import { migrateDatabase } from '#app/platform/db/migrate.server.ts';
import { closeQueue, useQueue } from '#app/platform/jobs/enqueue.server.ts';
import { hasCoordinator } from '#app/domains/accounts/first-coordinator.server.ts';
import { isSeeded, seedDemo } from '#db/seeds/demo.ts';
import { handlers } from '#app/subjects.server.ts';

/** Brings the database up to date and, in a demonstration that is still empty, plays its story. */
export async function prepareDatabase(
  ownerUrl: string,
  webUrl: string,
  demo: boolean,
  say: (text: string) => void,
): Promise<{ needsCoordinator: boolean }> {
  const done = await migrateDatabase(ownerUrl, handlers);
  if (done.length > 0) say(`Convite: base de datos al día (${done.length} migraciones).`);
  useDatabase(webUrl);
  useQueue(webUrl);
  try {
    if (demo && !(await isSeeded())) {
      say('Convite: preparando la demostración…');
      await seedDemo(ownerUrl);
    }
    return { needsCoordinator: !(await hasCoordinator()) };
  } finally {
    await closeQueue();
    await closeDatabase();
  }
}
