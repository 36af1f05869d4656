import { z } from 'zod';
import { calendarDay } from '#app/kernel/text.ts';
import { fileText } from '#app/kernel/file-text.ts';
import { measures } from '#app/domains/declarations/measures.ts';
import { territories } from './types.ts';

const group = z.object({
  measure: z.enum(measures, { error: 'choose_one' }),
  value: fileText(60),
  share: z.number().min(0, 'number_invalid').max(1, 'number_invalid'),
  persons: z.number().int().min(0).nullable().default(null),
  definition: fileText(400),
  asOf: calendarDay,
  source: fileText(200),
  territory: z.enum(territories, { error: 'choose_one' }),
});

/** The population that participation is compared with, as a set-up file carries it. */
export const BaselineFile = z
  .array(group)
  .max(5000)
  .superRefine((groups, context) => {
    const names = groups.map(({ measure, value }) => `${measure} ${value}`);
    names.forEach((name, index) => {
      if (names.indexOf(name) < index)
        context.addIssue({ code: 'custom', path: [index, 'value'], message: 'value_repeated' });
    });
  });
