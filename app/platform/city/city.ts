import type { City } from './types.ts';

/** An installation that has not said which city it is: no zone, telephones or holidays are taken for granted. */
export const unsetCity: City = {
  name: '',
  timeZone: 'UTC',
  country: '',
  dial: null,
  languages: ['es', 'en'],
  contact: {
    operator: '',
    address: '',
    telephone: '',
    mail: '',
    notificationMail: '',
    hours: { es: '', en: '' },
  },
  texts: {},
  openedAt: null,
};

let known: City = unsetCity;

/**
 * The city that this process serves. Read before the first request and again every two seconds
 * (`follow-city.server.ts`), so that asking costs nothing; a browser is told with the page.
 */
export function city(): City {
  return known;
}

/** Makes this process serve this city from now on. */
export function setCity(next: City): void {
  known = next;
}

/** What of the city a page with script needs to write hours, numbers and telephones as the server does. */
export function browserCity(): Pick<City, 'name' | 'timeZone' | 'country' | 'dial'> {
  const { name, timeZone, country, dial } = known;
  return { name, timeZone, country, dial };
}

/** Makes a browser serve the city that its page names. */
export function adoptCity(told: string | undefined): void {
  if (told) known = { ...unsetCity, ...(JSON.parse(told) as ReturnType<typeof browserCity>) };
}

/** What a form says of whose hours it asks for: the city's name, or its zone while it has none. */
export function clockName(): string {
  return known.name || known.timeZone;
}
