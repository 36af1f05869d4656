import { first } from '#app/kernel/certain.ts';
import { withoutAccents } from '#app/kernel/accents.ts';
import { declined } from '#app/domains/declarations/types.ts';

/** What somebody who came wrote of their group, without who it was. */
type Written = { organizacion?: string | undefined; organizacion_tipo?: string | undefined };
/** A name as it is compared, as most wrote it, and how many did. */
export type GatheredName = { name: string; written: string; people: number };

/** What people write when they come for themselves. */
const nobody = new Set([
  'no',
  'ninguna',
  'ninguno',
  'na',
  'n a',
  'no aplica',
  'nada',
  'independiente',
  'particular',
  'ciudadana',
  'ciudadano',
  'ciudadania',
  'comunidad',
  'vecina',
  'vecino',
  'habitante',
  'prefiero no responder',
]);

/** A name as it is compared: without accents, capitals or marks. */
export function mentionKey(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a text can be a group's name: not a contact or a number of somebody, and not that there is none. */
function isName(text: string): boolean {
  const key = mentionKey(text);
  return (
    key.length >= 3 &&
    !nobody.has(key) &&
    !text.includes('@') &&
    !/\d{7,}/.test(text.replace(/[\s.()-]/g, ''))
  );
}

/**
 * The different names that people wrote, the most written first. Alike ones stay apart: that they
 * are one, a person says.
 */
export function gatherNames(people: Written[]): GatheredName[] {
  const names = new Map<string, Map<string, number>>();
  for (const { organizacion, organizacion_tipo } of people) {
    const text = (organizacion ?? '').replace(/\s+/g, ' ').trim();
    if (!isName(text) || organizacion_tipo === 'ninguna' || organizacion_tipo === declined)
      continue;
    const spellings = names.get(mentionKey(text)) ?? new Map<string, number>();
    names.set(mentionKey(text), spellings.set(text, (spellings.get(text) ?? 0) + 1));
  }
  return [...names]
    .map(([name, spellings]) => {
      const [written] = first(
        [...spellings].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'es')),
      );
      return {
        name,
        written,
        people: [...spellings.values()].reduce((sum, count) => sum + count, 0),
      };
    })
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
}
