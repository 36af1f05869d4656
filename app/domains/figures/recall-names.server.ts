import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import type { CatalogueNames } from './types.ts';

const namesOf = (list: readonly { code: string; label: string }[]) =>
  Object.fromEntries(list.map(({ code, label }) => [code, label]));

/** How catalogues call the values of measures, for pages: at most some seconds old. */
export async function recallNames(db: Db, locale: Locale): Promise<CatalogueNames> {
  const [options, localities] = await Promise.all([
    recallOptions(db, locale),
    recallLocalities(db),
  ]);
  return {
    localidad: namesOf(localities.map(({ code, name }) => ({ code, label: name }))),
    organizacion_tipo: namesOf(options.organizacion_tipo),
    como_supo: namesOf(options.como_supo),
  };
}
