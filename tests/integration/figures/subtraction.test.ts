import { describe, expect, it } from 'vitest';
import type { FrozenAnswers, Measure } from '#app/domains/declarations/measures.ts';
import { findRecovered } from '#app/domains/figures/find-recovered.server.ts';
import { prepareTables } from '#app/domains/figures/prepare-tables.server.ts';
import { everything, type Protections, type Table } from '#app/domains/figures/protection.ts';
import type { Tallied } from '#app/domains/figures/tables.ts';
import { tallyOf, type Present } from '#app/domains/figures/tally.ts';
import { candidatesOf } from '#tests/factories/worlds.ts';

/**
 * Tests of the tests: with one protection switched off the attack reads a secret off what is
 * published; with all of them on it reads nothing.
 */

const people = (count: number, answers: FrozenAnswers, attended = true): Present[] =>
  Array.from({ length: count }, () => ({
    registered: true,
    attended,
    contributed: false,
    year: 2026,
    answers,
  }));
const woman = { genero: 'mujer' };
const man = { genero: 'hombre' };
const six = (wg_ver: string) => ({
  wg_ver,
  wg_oir: 'ninguna',
  wg_caminar: 'ninguna',
  wg_recordar: 'ninguna',
  wg_cuidado: 'ninguna',
  wg_comunicar: 'ninguna',
});

const meeting = (id: string, present: Present[], scopes: string[] = []): Tallied => ({
  id,
  scopes: ['plan', 'talleres', ...scopes],
  rows: tallyOf(present),
});

/** What the attack reads off releases that follow one another, some meetings more each time. */
async function readOff(
  releases: Tallied[][],
  protections: Protections,
  measure: Measure = 'genero',
): Promise<string[]> {
  const world: Tallied[] = [];
  const published: Table[] = [];
  for (const meetings of releases) {
    world.push(...meetings);
    published.push(
      ...(await prepareTables(candidatesOf(world, [measure], published), protections)).tables,
    );
  }
  const { ground } = candidatesOf(world, [measure]);
  return (await findRecovered(ground, published, true)).map(
    ({ name, value, low, high }) => `${name}: ${value} ${low} to ${high}`,
  );
}

/** The secret is read when the protection is off, and nothing when all are on. */
async function expectProtected(
  off: (keyof Protections)[],
  secret: RegExp,
  releases: Tallied[][],
  measure?: Measure,
): Promise<void> {
  const without = Object.fromEntries(off.map((protection) => [protection, false]));
  const read = await readOff(releases, { ...everything, ...without }, measure);
  expect(read.join('\n')).toMatch(secret);
  expect(await readOff(releases, everything, measure)).toEqual([]);
}

const usual = (id: string, scopes?: string[]) =>
  meeting(id, [...people(20, woman), ...people(15, man)], scopes);

describe('what subtraction would tell', () => {
  it('of those who registered and did not come', async () => {
    const missed = meeting('b', [
      ...people(20, woman),
      ...people(15, man),
      ...people(6, woman, false),
      ...people(1, man, false),
    ]);
    await expectProtected(
      ['populations', 'parts'],
      /inscritas .* − .* asistieron .*hombres 1 to 1/,
      [[usual('a'), missed]],
    );
  });

  it('of those whom a later release counts besides', async () => {
    const few = [...people(20, woman), ...people(1, man)];
    await expectProtected(
      ['releases', 'scopes', 'populations', 'parts'],
      /asistieron .* − .* asistieron .*hombres 2 to 2/,
      [
        [usual('a'), usual('b')],
        [meeting('c', few), meeting('d', few)],
      ],
    );
  });

  it('of a group nearly all of whom share a sensitive answer', async () => {
    const same = people(45, six('mucha'));
    await expectProtected(
      ['alike'],
      /si 45 to 45/,
      [[meeting('a', same), meeting('b', same)]],
      'discapacidad',
    );
  });

  it('of one meeting under the name of its commitment', async () => {
    const small = meeting('c', [...people(6, woman), ...people(6, man)], ['compromiso:salud']);
    await expectProtected(['oneMeeting'], /mujeres 6 to 6/, [[usual('a'), usual('b'), small]]);
  });

  it('of what one scope has more than another inside it', async () => {
    const other: Tallied = {
      id: 'c',
      scopes: ['plan'],
      rows: tallyOf([...people(30, woman), ...people(1, man)]),
    };
    const another = { ...other, id: 'd' };
    await expectProtected(['scopes', 'parts'], /plan .* − talleres .*hombres 2 to 2/, [
      [usual('a'), usual('b'), other, another],
    ]);
  });
});
