import { z } from 'zod';
import { isCalendarDay } from '#app/kernel/day.ts';
import { localityCode } from '#app/kernel/text.ts';
import { listColumns, type ListColumn } from './list-columns.ts';

/** Channels by which somebody other than the person wrote a registration down. */
export const listChannels = ['papel', 'telefono', 'puerta'] as const;

/** What who loads a list says of it. */
export const ListChoices = z.object({
  /** The name that the file gives to each column; empty for one that it does not have. */
  map: z.partialRecord(z.enum(listColumns as [ListColumn, ...ListColumn[]]), z.string()).optional(),
  everybody: z
    .object({ channel: z.enum(listChannels), day: z.string().refine(isCalendarDay) })
    .optional(),
  /** The code of each locality as it was written; empty for none. */
  places: z.record(z.string(), z.union([localityCode, z.literal('')])).optional(),
  skipped: z.array(z.number().int()).optional(),
});
export type ListChoices = z.output<typeof ListChoices>;

/** What happens to a row of a list. */
export const fates = [
  'rechazada',
  'omitida',
  'nueva',
  'espera',
  'completa',
  'misma',
  'repetida',
  'solo_asistencia',
] as const;
export type Fate = (typeof fates)[number];
