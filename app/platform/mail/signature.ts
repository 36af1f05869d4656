import { city } from '#app/platform/city/city.ts';
import type { Translate } from '#app/platform/i18n/messages.ts';

/** What stands at the foot of every mail: the city's words, or the product's. */
export function signatureOf(t: Translate<'emails'>): string {
  const own = city().texts.mail_footer;
  if (!own) return t('signature');
  return t('lang') === 'en' ? own.en : own.es;
}
