import { measures, type Measure } from '#app/domains/declarations/measures.ts';
import { tallyOf, type Present } from '#app/domains/figures/tally.ts';
import { tablesOf, type Catalogues, type Tallied } from '#app/domains/figures/tables.ts';
import type { ExactTable } from '#app/domains/figures/protect-tables.server.ts';

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

/** A random plan: some meetings, over commitments, one of them perhaps no workshop. */
export function worldOf(next: () => number, meetings = 2 + Math.floor(next() * 5)): Tallied[] {
  return Array.from({ length: meetings }, (_, index): Tallied => ({
    id: `m${index}`,
    version: 1,
    kind: next() < 0.85 ? 'taller' : 'foro',
    startsAt: new Date(Date.UTC(2026, 0, 1 + index)),
    commitments: ['salud', 'movilidad'].filter(() => next() < 0.6),
    rows: tallyOf(peopleOf(next, next() < 0.3 ? 6 : 24)),
  }));
}

/** A family of measures and its exact tables in a world; its phase takes the first days only. */
export function tablesOfWorld(
  world: Tallied[],
  family: readonly Measure[] = [measures[0]],
): ExactTable[] {
  return tablesOf(
    world,
    [
      {
        kind: 'talleres',
        opensAt: new Date(Date.UTC(2026, 0, 1)),
        closesAt: new Date(Date.UTC(2026, 0, 4)),
      },
    ],
    family,
    catalogues,
  );
}
