import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { next } from './people.ts';

/** A group of the catalogue: a women's organisation of the whole city, unless told otherwise. */
export async function newGroup(
  db: Db,
  overrides: { name?: string; kind?: string; localityCode?: string; contact?: string } = {},
): Promise<{ id: string; name: string }> {
  const id = newId();
  const name = overrides.name ?? `Grupo de prueba ${next()}`;
  await db
    .insertInto('organisation')
    .values({
      id,
      name,
      kind: overrides.kind ?? 'mujeres',
      locality_code: overrides.localityCode ?? null,
      contact: overrides.contact ?? '',
      created_at: now(),
    })
    .execute();
  return { id, name };
}
