import { getDb } from '#app/platform/db/db.server.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { setCity } from './city.ts';
import { dialOf } from './dial.server.ts';
import type { City } from './types.ts';

/** How long another process may still serve the city as it was, in milliseconds. */
const shownFor = 2000;

/** The city as the database has it. */
export async function readCity(): Promise<City> {
  const [row, texts] = await Promise.all([
    getDb().selectFrom('city').selectAll().executeTakeFirstOrThrow(),
    getDb().selectFrom('city_text').selectAll().execute(),
  ]);
  const isLocale = (name: string): name is Locale => name === 'es' || name === 'en';
  return {
    name: row.name,
    timeZone: row.time_zone,
    country: row.country,
    dial: dialOf(row.country),
    languages: row.languages.filter(isLocale),
    contact: {
      operator: row.operator,
      address: row.address,
      telephone: row.telephone,
      mail: row.mail,
      notificationMail: row.notification_mail,
      hours: { es: row.hours_es, en: row.hours_en },
    },
    texts: Object.fromEntries(
      texts.map(({ key, text_es, text_en }) => [key, { es: text_es, en: text_en }]),
    ),
    openedAt: row.opened_at,
  };
}

/** Makes this process serve the city as it is now: after a change, and before the first request. */
export async function refreshCity(): Promise<void> {
  setCity(await readCity());
}

/** Reads the city now and then every two seconds; while the database is away it stays as it was. */
export async function followCity(): Promise<NodeJS.Timeout> {
  const again = async () =>
    await refreshCity().catch((error: unknown) => log.debug({ err: error }, 'city'));
  await again();
  return setInterval(() => void again(), shownFor).unref();
}
