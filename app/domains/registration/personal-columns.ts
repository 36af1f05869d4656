import { findPersonalData } from '#app/platform/personal-data/find-personal-data.ts';
import type { Entry } from './read-entries.server.ts';

/** Columns of a row in which somebody's data seems to stand: needs in one's own words, the name of a group. */
export function personalColumns(entry: Entry): ('apoyo_otro' | 'organizacion')[] {
  if (entry.kind === 'attendance') return [];
  const { needs, answers } = entry.input;
  const texts = [
    { column: 'apoyo_otro', text: needs.map(({ note }) => note).join('\n') },
    { column: 'organizacion', text: answers.organizacion ?? '' },
  ] as const;
  return texts.filter(({ text }) => findPersonalData(text).length > 0).map(({ column }) => column);
}
