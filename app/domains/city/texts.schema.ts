import { z } from 'zod';
import { cleanText, lengthOf } from '#app/kernel/text.ts';
import { cityTextKeys, cityTextMax, type City } from '#app/platform/city/types.ts';

/** How the form and the file name the city's texts. */
export const textFields = {
  welcome: 'bienvenida',
  circle_manual: 'manual_circulo',
  mail_footer: 'pie_correos',
} as const satisfies Record<(typeof cityTextKeys)[number], string>;

const most = { welcome: 400, circle_manual: cityTextMax, mail_footer: 600 } as const;

/** The texts of the city in both languages. One that is left empty is the product's; half of one is none. */
export const TextsForm = z
  .record(z.string(), z.unknown())
  .transform((form, context): City['texts'] => {
    const texts: City['texts'] = {};
    for (const key of cityTextKeys) {
      const [es, en] = (['es', 'en'] as const).map((language) => {
        const typed = form[`${textFields[key]}_${language}`];
        return typeof typed === 'string' ? cleanText(typed) : '';
      });
      if (!es && !en) continue;
      for (const [language, text] of [
        ['es', es],
        ['en', en],
      ] as const) {
        const path = [`${textFields[key]}_${language}`];
        if (!text) context.addIssue({ code: 'custom', path, message: 'required' });
        else if (lengthOf(text) > most[key])
          context.addIssue({ code: 'custom', path, message: `too_long|max=${most[key]}` });
      }
      texts[key] = { es: es ?? '', en: en ?? '' };
    }
    return texts;
  });
