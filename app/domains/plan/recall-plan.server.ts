import { briefly } from '#app/platform/cache/briefly.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectActiveCommitments, selectActivePhases, selectLocalities } from './store.server.ts';
import type { CommitmentSummary, Locality, Phase } from './types.ts';

/** How long another process may still show what coordination just changed, in milliseconds. */
const shownFor = 2000;
const phases = briefly<Phase[]>(shownFor);
const commitments = briefly<CommitmentSummary[]>(shownFor);
const localities = briefly<Locality[]>(shownFor);

/** The phases that every page's frame shows. What may be done is decided by commands, on the database. */
export async function recallPhases(db: Db, locale: Locale): Promise<Phase[]> {
  return await phases.get(locale, async () => await selectActivePhases(db, locale));
}

/** The commitments that lists and forms offer. */
export async function recallCommitments(db: Db, locale: Locale): Promise<CommitmentSummary[]> {
  return await commitments.get(locale, async () => await selectActiveCommitments(db, locale));
}

/** The localities that lists and forms offer. */
export async function recallLocalities(db: Db): Promise<Locality[]> {
  return await localities.get('', async () => await selectLocalities(db));
}

/** After coordination changed something: this process shows it at once. */
export function forgetPlan(): void {
  phases.forget();
  commitments.forget();
  localities.forget();
}
