import { z } from 'zod';
import { isCalendarDay } from '#app/kernel/day.ts';
import { choice, id, localityCode } from '#app/kernel/text.ts';
import { listChannels, type ListChoices } from './list-choices.ts';
import { isListColumn, listColumns, type ListColumn } from './list-columns.ts';

/** Which list a post is about; none when it brings one. */
export const ListQuery = z.object({ lista: id.optional() }).transform(({ lista }) => lista);

/** What is done with a list. */
export const ListAct = z
  .object({ accion: choice(['leer', 'ver', 'cargar', 'quitar']) })
  .transform(({ accion }) => ({ act: accion }));

const day = z.string({ error: 'date_invalid' }).refine(isCalendarDay, 'date_invalid');

/** How the people of a list consented: each row says so, or all of them did, by one channel on one day. */
export const ListConsent = z
  .discriminatedUnion('consiente', [
    z.object({ consiente: z.literal('filas') }),
    z.object({
      consiente: z.literal('todas'),
      consiente_canal: choice(listChannels),
      consiente_fecha: day,
    }),
  ])
  .transform((form): Pick<ListChoices, 'everybody'> =>
    form.consiente === 'filas'
      ? {}
      : { everybody: { channel: form.consiente_canal, day: form.consiente_fecha } },
  );

const numbered = (form: FormData, name: string) =>
  [...form.keys()].flatMap((key) => {
    const number = new RegExp(`^${name}_(\\d{1,3})$`).exec(key)?.[1];
    return number === undefined ? [] : [[Number(number), String(form.get(key))] as const];
  });

/**
 * Which column of the file is which, by `columna_N` for the Nth column. A column chosen twice is an error of the
 * second: its field, with the key of what is wrong.
 */
export function readMap(
  form: FormData,
  header: string[],
): { map: NonNullable<ListChoices['map']>; wrong: Record<string, string> } {
  const map: Partial<Record<ListColumn, string>> = Object.fromEntries(
    listColumns.map((column) => [column, '']),
  );
  const wrong: Record<string, string> = {};
  for (const [index, column] of numbered(form, 'columna')) {
    const name = header[index];
    if (name === undefined || !isListColumn(column)) continue;
    if (map[column]) wrong[`columna_${index}`] = 'column_twice';
    else map[column] = name;
  }
  return { map, wrong };
}

/** Localities that were chosen for texts of the list: `lugar_N` for the text of `lugar_texto_N`. */
export function readPlaces(form: FormData): Record<string, string> {
  const texts = new Map(numbered(form, 'lugar_texto'));
  return Object.fromEntries(
    numbered(form, 'lugar').flatMap(([index, code]) => {
      const text = texts.get(index);
      return text === undefined || (code !== '' && !localityCode.safeParse(code).success)
        ? []
        : [[text, code]];
    }),
  );
}

/** The lines that are left out. */
export function readSkipped(form: FormData): number[] {
  return form
    .getAll('omitir')
    .map(Number)
    .filter((line) => Number.isInteger(line) && line > 0);
}
