import { getExampleNumber, isSupportedCountry } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { Dial } from './types.ts';

/** How a country's telephones are written; null for none, and for one that has no numbers of its own. */
export function dialOf(country: string): Dial | null {
  const example = isSupportedCountry(country) ? getExampleNumber(country, examples) : undefined;
  if (!example) return null;
  const within = example.formatNational().replace(/\D/g, '');
  const national = example.nationalNumber;
  return {
    code: example.countryCallingCode,
    trunk: within.endsWith(national) ? within.slice(0, -national.length) : '',
    digits: national.length,
  };
}
