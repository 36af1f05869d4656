import { z } from 'zod';
import { cleanText, lengthOf } from './text.ts';

/** A text of a set-up file: as a form would keep it, and no longer than a form would let it be. */
export function fileText(max: number, min = 1) {
  return z
    .string({ error: 'required' })
    .transform(cleanText)
    .superRefine((value, context) => {
      const length = lengthOf(value);
      if (length < min) context.addIssue({ code: 'custom', message: 'required' });
      if (length > max) context.addIssue({ code: 'custom', message: `too_long|max=${max}` });
    });
}

/** The same in both languages. */
export function both(max: number, min = 1) {
  return z.object({ es: fileText(max, min), en: fileText(max, min) }, { error: 'required' });
}
