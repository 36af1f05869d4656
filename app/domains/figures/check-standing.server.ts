import { good, note, type Check } from '#app/platform/cli/doctor.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectStanding } from './table.store.server.ts';

/** Whether tables of who takes part are published as they fall due, or since when which of them stand still. */
export async function checkStanding(db: Db): Promise<Check> {
  const standing = await selectStanding(db);
  if (standing.length === 0) return good('cifras', 'se publican a medida que se cuentan');
  const said = standing.map(
    ({ countsOf, measure, since }) => `${measure} (${countsOf}) desde ${since.toISOString()}`,
  );
  return note(
    'cifras',
    `sin publicaciones nuevas, para no revelar lo ya publicado: ${said.join(', ')}`,
  );
}
