import { z } from 'zod';
import { isCalendarDay } from '#app/kernel/day.ts';
import { line, localityCode } from '#app/kernel/text.ts';
import { isOutline } from './outline.ts';
import type { TerritoryData } from './territory.types.ts';

/** What a territory may hold. */
export const territoryLimits = {
  localities: 500,
  name: 80,
  otherNames: 20,
  source: 200,
  persons: 100_000_000,
  shape: 6000,
} as const;

const name = line({ max: territoryLimits.name });
const words = z.object({ one: line({ max: 40 }), many: line({ max: 40 }) });
const length = z.number().int().min(0).max(2000);

const locality = z.object({
  code: localityCode,
  name,
  otherNames: z.array(name).max(territoryLimits.otherNames, 'value_unknown').default([]),
  persons: z.number().int().min(0).max(territoryLimits.persons).nullable().default(null),
  personsOn: z.string().refine(isCalendarDay, 'date_invalid').nullable().default(null),
  source: z.string().max(territoryLimits.source).default(''),
  shape: z
    .string()
    .max(territoryLimits.shape, `too_long|max=${territoryLimits.shape}`)
    .refine(isOutline, 'shape_invalid')
    .nullable()
    .default(null),
});

/** The territory in a set-up file. */
export const TerritoryFile = z
  .object({
    undivided: z.boolean().default(false),
    words: z.object({ es: words, en: words }),
    map: z
      .object({
        width: length,
        height: length,
        inset: z
          .object({ x: length, y: length, width: length, height: length })
          .nullable()
          .default(null),
      })
      .nullable()
      .default(null),
    localities: z.array(locality).max(territoryLimits.localities).default([]),
  })
  .superRefine(({ localities, map }, context) => {
    const codes = localities.map(({ code }) => code);
    const issue = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    codes.forEach((code, index) => {
      if (codes.indexOf(code) < index) issue(['localities', index, 'code'], 'value_repeated');
    });
    if (!map && localities.some(({ shape }) => shape !== null)) issue(['map'], 'required');
  }) satisfies z.ZodType<TerritoryData>;
