import { z } from 'zod';
import { both, fileText } from '#app/kernel/file-text.ts';
import { email } from '#app/kernel/text.ts';
import { isTimeZone } from '#app/kernel/zone.ts';
import { cityTextKeys, cityTextMax } from '#app/platform/city/types.ts';
import { isCountry } from './countries.ts';

const maybe = (max: number) => fileText(max, 0).default('');
const mail = z.union([z.literal(''), email], { error: 'email_invalid' }).default('');

/** Which city it is and who runs it, as a set-up file carries it. */
export const CityFile = z.object({
  name: fileText(80),
  timeZone: z.string().refine(isTimeZone, 'choose_one'),
  country: z.string().refine(isCountry, 'choose_one'),
  languages: z
    .array(z.enum(['es', 'en'], { error: 'choose_one' }))
    .refine((all) => all.includes('es'), 'choose_one'),
  contact: z
    .object({
      operator: maybe(160),
      address: maybe(200),
      telephone: maybe(60),
      mail,
      notificationMail: mail,
      hours: both(160, 0).default({ es: '', en: '' }),
    })
    .prefault({}),
});

/** What a city says in its own words; a text that is left out is the one that comes with the product. */
export const TextsFile = z.partialRecord(z.enum(cityTextKeys), both(cityTextMax));
