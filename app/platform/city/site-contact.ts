import type { Locale } from '#app/platform/i18n/messages.ts';
import { city } from './city.ts';

/** A number as a link dials it, from anywhere: short ones stay as they are. */
function dialled(telephone: string): string {
  const digits = telephone.replace(/[^\d+]/g, '');
  const { dial } = city();
  const isNational = dial !== null && digits.length === dial.digits + dial.trunk.length;
  return isNational ? `+${dial.code}${digits.slice(dial.trunk.length)}` : digits;
}

/** Who runs the site and how to reach them, in one language; what is not known is empty. */
export function siteContact(locale: Locale) {
  const { hours, ...contact } = city().contact;
  return {
    ...contact,
    telephoneHref: `tel:${dialled(contact.telephone)}`,
    hours: hours[locale],
  };
}
