import { z } from 'zod';
import { calendarDay } from '#app/kernel/text.ts';
import { both } from '#app/kernel/file-text.ts';
import { explanationMax } from './schema.ts';
import { reasonedDecisions } from './types.ts';

const reason = z.object({
  code: z.string().regex(/^[a-z_]{3,60}$/, 'code_invalid'),
  decision: z.enum(reasonedDecisions, { error: 'choose_one' }),
  hides: z.boolean().default(false),
  asksBody: z.boolean().default(false),
  label: both(120),
  explanation: both(explanationMax),
  validFrom: calendarDay,
  validTo: calendarDay.nullable().default(null),
});

/** The reasons with which ideas are reviewed, as a set-up file carries them. */
export const ReasonsFile = z
  .array(reason)
  .max(200)
  .superRefine((reasons, context) => {
    const codes = reasons.map(({ code }) => code);
    codes.forEach((code, index) => {
      if (codes.indexOf(code) < index)
        context.addIssue({ code: 'custom', path: [index, 'code'], message: 'value_repeated' });
    });
  });
export type ReasonsData = z.output<typeof ReasonsFile>;
