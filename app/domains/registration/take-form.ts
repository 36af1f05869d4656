import { z } from 'zod';
import { isCalendarDay } from '#app/kernel/day.ts';
import { choice, id, optional } from '#app/kernel/text.ts';
import { RegistrationForm } from './schema.ts';

/** How somebody's registration comes in when who facilitates writes it down before the day. */
export const takenChannels = ['telefono', 'papel'] as const;

/** How the person consented: on the telephone now, unless another day is said; a paper has its day. */
const ConsentGiven = z
  .object({
    canal: choice(takenChannels),
    consiente_fecha: optional(
      z.string({ error: 'date_invalid' }).refine(isCalendarDay, 'date_invalid'),
    ),
  })
  .superRefine((form, context) => {
    if (form.canal === 'papel' && form.consiente_fecha === undefined)
      context.addIssue({ code: 'custom', path: ['consiente_fecha'], message: 'required' });
  })
  .transform((form) => ({ channel: form.canal, consentDay: form.consiente_fecha ?? null }));

/** The registration form as who facilitates fills it in for somebody. */
export const TakenForm = RegistrationForm.and(ConsentGiven);
export type TakenInput = z.output<typeof TakenForm>;

/** Which registration was just written down. */
export const TakenQuery = z.object({ hecha: id.optional() }).transform(({ hecha }) => hecha);
