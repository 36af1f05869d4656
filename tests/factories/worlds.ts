import { measures, type Measure } from '#app/domains/declarations/measures.ts';
import { tallyOf, type Present } from '#app/domains/figures/tally.ts';
import { scopesOf } from '#app/domains/figures/rules.ts';
import { finestOf } from '#app/domains/figures/system.ts';
import { listedOf, tablesOf, type Catalogues, type Tallied } from '#app/domains/figures/tables.ts';
import type { Candidates } from '#app/domains/figures/prepare-tables.server.ts';
import { groundOf } from '#app/domains/figures/units.ts';

/** Somebody of a world in which so many are women. */
function genderFrom(next: () => number, women: number): string {
  if (next() < women) return 'mujer';
  return next() < 0.9 ? 'hombre' : 'no_binaria';
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const kinds = ['jac', 'mujeres', 'ong', 'academia'];
export const catalogues: Catalogues = {
  localidad: ['01', '05', '07', '17', '20'],
  organizacion_tipo: [...kinds, 'ninguna'],
  como_supo: ['afiche', 'redes'],
};

/** The people of one meeting of a random world: small, uneven, some saying nothing. */
export function peopleOf(next: () => number, most: number): Present[] {
  const silence = next() * 0.3;
  const women = 0.2 + next() * 0.7;
  const home = catalogues.localidad[Math.floor(next() * catalogues.localidad.length)]!;
  return Array.from({ length: 1 + Math.floor(next() * most) }, (): Present => {
    const attended = next() < 0.8;
    const say = <T>(value: T): T | undefined => (next() < silence ? undefined : value);
    const level = next() < 0.08 ? 'mucha' : 'ninguna';
    return {
      registered: next() < 0.9 || !attended,
      attended,
      contributed: attended && next() < 0.3,
      year: 2026,
      answers:
        next() < silence / 2
          ? null
          : {
              genero: say(genderFrom(next, women)),
              anio_nacimiento: say(1940 + Math.floor(next() * 75)),
              localidad: say(next() < 0.6 ? home : catalogues.localidad[Math.floor(next() * 5)]!),
              wg_ver: level,
              wg_oir: 'ninguna',
              wg_caminar: 'ninguna',
              wg_recordar: 'ninguna',
              wg_cuidado: 'ninguna',
              wg_comunicar: say('ninguna'),
              cuida: say([next() < 0.2 ? 'ninez' : 'no']),
              etnia: say(next() < 0.1 ? 'afro' : 'ninguno'),
              victima: say(next() < 0.1 ? 'si' : 'no'),
              organizacion_tipo: say(
                next() < 0.5 ? kinds[Math.floor(next() * kinds.length)]! : 'ninguna',
              ),
              como_supo: say('redes'),
              canal: 'web',
            },
    };
  });
}

/** The phase of workshops takes the first days only. */
const phases = [
  {
    kind: 'talleres',
    opensAt: new Date(Date.UTC(2026, 0, 1)),
    closesAt: new Date(Date.UTC(2026, 0, 4)),
  },
];

/** A meeting as it was counted; perhaps no workshop. */
export function meetingOf(next: () => number, day: number, people: Present[]): Tallied {
  const id = `m${String(day).padStart(3, '0')}`;
  const meeting = {
    id,
    kind: next() < 0.85 ? 'taller' : 'foro',
    startsAt: new Date(Date.UTC(2026, 0, 1 + day)),
    commitments: ['salud', 'movilidad'].filter(() => next() < 0.6),
  };
  return { id, scopes: scopesOf(meeting, phases), rows: tallyOf(people) };
}

/** A random plan: some meetings, over commitments. */
export function worldOf(next: () => number, meetings = 2 + Math.floor(next() * 5)): Tallied[] {
  return Array.from({ length: meetings }, (_, day) =>
    meetingOf(next, day, peopleOf(next, next() < 0.3 ? 6 : 24)),
  );
}

/** What could be released of a family of measures in a world, beside what was. */
export function candidatesOf(
  world: Tallied[],
  family: readonly Measure[] = [measures[0]],
  published: Candidates['published'] = [],
): Candidates {
  const ground = groundOf(world, finestOf(family), listedOf(family, catalogues));
  return { ground, exacts: tablesOf(world, ground, family, catalogues), published };
}
