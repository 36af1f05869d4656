import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { listCommitments } from './list-commitments.server.ts';
import { listLocalities } from './list-localities.server.ts';

type PlanChoices = {
  commitments: { slug: string; number: number; shortTitle: string }[];
  localities: { code: string; name: string }[];
};

/** The commitments of the active plan and the localities, as forms offer them. */
export async function listPlanChoices(db: Db, locale: Locale): Promise<PlanChoices> {
  const [commitments, localities] = await Promise.all([
    listCommitments(db, locale),
    listLocalities(db),
  ]);
  return {
    commitments: commitments.map(({ slug, number, shortTitle }) => ({ slug, number, shortTitle })),
    localities: localities.map(({ code, name }) => ({ code, name })),
  };
}
