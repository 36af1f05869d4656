import type { Locale } from './messages.ts';

/** How a city calls its parts, one and several, in each language. */
export type DivisionWords = Record<Locale, { one: string; many: string }>;

/** What every message may name: `{{division}}`, `{{divisions}}`, and both with a capital. */
export type CityWords = Record<'division' | 'divisions' | 'Division' | 'Divisions', string>;

/** The words of a city that has said none. */
export const usualWords: DivisionWords = {
  es: { one: 'localidad', many: 'localidades' },
  en: { one: 'locality', many: 'localities' },
};

const capital = (word: string, locale: Locale) =>
  word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);

const spoken = (words: DivisionWords, locale: Locale): CityWords => {
  const { one, many } = words[locale];
  return {
    division: one,
    divisions: many,
    Division: capital(one, locale),
    Divisions: capital(many, locale),
  };
};

let given = JSON.stringify(usualWords);
let current = { es: spoken(usualWords, 'es'), en: spoken(usualWords, 'en') };

/** The words of the city that this process serves; the same object until they change. */
export function cityWords(locale: Locale): CityWords {
  return current[locale];
}

/** Makes this process speak of the city's parts with its own words from now on. */
export function setCityWords(words: DivisionWords): void {
  const next = JSON.stringify(words);
  if (next === given) return;
  given = next;
  current = { es: spoken(words, 'es'), en: spoken(words, 'en') };
}
