import Holidays from 'date-holidays';

/** Countries whose public holidays are known, and so the working days of every term (ISO 3166-1). */
const codes = Object.keys(new Holidays().getCountries());

/** Whether a text is the code of such a country. */
export function isCountry(code: string): boolean {
  return codes.includes(code);
}

/** The countries by their name in a language. */
export function listCountries(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return codes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** The time zones that this machine knows, as they are named. */
export function listTimeZones(): { value: string; label: string }[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
}
