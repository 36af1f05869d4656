import { z } from 'zod';
import { calendarDay } from '#app/kernel/text.ts';
import { both, fileText } from '#app/kernel/file-text.ts';
import { catalogueQuestions } from './types.ts';

const option = z.object({
  question: z.enum(catalogueQuestions, { error: 'choose_one' }),
  code: z.string().regex(/^[a-z0-9_]{1,40}$/, 'code_invalid'),
  label: both(160),
  source: fileText(200),
  validFrom: calendarDay,
  validTo: calendarDay.nullable().default(null),
});

/** The answers that forms offer, in their order, as a set-up file carries them. */
export const OptionsFile = z
  .array(option)
  .max(1000)
  .superRefine((options, context) => {
    const names = options.map(({ question, code }) => `${question} ${code}`);
    names.forEach((name, index) => {
      if (names.indexOf(name) < index)
        context.addIssue({ code: 'custom', path: [index, 'code'], message: 'value_repeated' });
    });
  });
export type OptionsData = z.output<typeof OptionsFile>;
