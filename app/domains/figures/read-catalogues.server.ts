import type { Db } from '#app/platform/db/db.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import type { Catalogues } from './tables.ts';

/** The values that today's catalogues list. */
export async function readCatalogues(db: Db): Promise<Catalogues> {
  const [options, localities] = await Promise.all([listOptions(db, 'es'), listLocalities(db)]);
  const codes = (question: 'organizacion_tipo' | 'como_supo') =>
    options[question].flatMap(({ code }) => (code === declined ? [] : [code]));
  return {
    localidad: localities.map(({ code }) => code),
    organizacion_tipo: codes('organizacion_tipo'),
    como_supo: codes('como_supo'),
  };
}
