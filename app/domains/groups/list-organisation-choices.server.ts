import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined } from '#app/domains/declarations/types.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import type { OrganisationChoices } from './types.ts';

/** The kinds of groups and the localities, for the form of a group. */
export async function listOrganisationChoices(
  db: Db,
  locale: Locale,
): Promise<OrganisationChoices> {
  const [options, localities] = await Promise.all([recallOptions(db, locale), listLocalities(db)]);
  return {
    kinds: options.organizacion_tipo
      .filter((kind) => kind.code !== declined)
      .map(({ code, label }) => ({ code, label })),
    localities: localities.map(({ code, name }) => ({ code, name })),
  };
}
