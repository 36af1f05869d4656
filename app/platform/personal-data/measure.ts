import { recordOf } from '#app/kernel/record.ts';
import { findPersonalData } from './find-personal-data.ts';
import { personalKinds, type PersonalKind } from './types.ts';

export type Measure = { precision: number | null; recall: number | null };
type Labelled = { text: string; kinds: string[] };

/** Precision and recall by kind over labelled lines: a kind is found in a line, or it is not. Null without a case. */
export function measureDetector(lines: Labelled[]): Record<PersonalKind, Measure> {
  const found = lines.map(({ text }) => new Set(findPersonalData(text).map(({ kind }) => kind)));
  const of = (kind: PersonalKind): Measure => {
    const there = lines.filter(({ kinds }) => kinds.includes(kind)).length;
    const said = found.filter((kinds) => kinds.has(kind)).length;
    const right = lines.filter((line, at) => line.kinds.includes(kind) && found[at]?.has(kind));
    return {
      precision: said === 0 ? null : right.length / said,
      recall: there === 0 ? null : right.length / there,
    };
  };
  return recordOf(personalKinds, of);
}
