import { recordOf } from '#app/kernel/record.ts';
import { briefly } from '#app/platform/cache/briefly.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectOptions } from './store.server.ts';
import { catalogueQuestions, type Catalogue } from './types.ts';

/** The catalogue of answers that is valid today, in a language. */
export async function listOptions(db: Db, locale: Locale): Promise<Catalogue> {
  const rows = await selectOptions(db, civilDay(now()), locale);
  return recordOf(catalogueQuestions, (question) =>
    rows
      .filter((row) => row.question === question)
      .map(({ code, label, source }) => ({ code, label, source })),
  );
}

const kept = briefly<Catalogue>(10_000);

/** The same for pages: at most ten seconds old. */
export async function recallOptions(db: Db, locale: Locale): Promise<Catalogue> {
  return await kept.get(`${locale} ${civilDay(now())}`, async () => await listOptions(db, locale));
}
