import { briefly } from '#app/platform/cache/briefly.server.ts';
import type { DivisionWords } from '#app/platform/i18n/city-words.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectActiveCommitments, selectActivePhases } from './store.server.ts';
import { selectLocalities, selectMap, selectWords } from './territory.store.server.ts';
import type { TerritoryMap } from './territory.types.ts';
import type { CommitmentSummary, Locality, Phase } from './types.ts';

/** How long another process may still show what coordination just changed, in milliseconds. */
const shownFor = 2000;
const phases = briefly<Phase[]>(shownFor);
const commitments = briefly<CommitmentSummary[]>(shownFor);
const localities = briefly<Locality[]>(shownFor);
const maps = briefly<TerritoryMap | null>(shownFor);
const words = briefly<DivisionWords>(shownFor);

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

/** The picture of the territory; null where there is none to draw. */
export async function recallMap(db: Db): Promise<TerritoryMap | null> {
  return await maps.get('', async () => await selectMap(db));
}

/** How the city calls its parts. */
export async function recallWords(db: Db): Promise<DivisionWords> {
  return await words.get('', async () => await selectWords(db));
}

/** After coordination changed something: this process shows it at once. */
export function forgetPlan(): void {
  phases.forget();
  commitments.forget();
  localities.forget();
  maps.forget();
  words.forget();
}
