import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { replaceBaseline } from '#app/domains/figures/replace-baseline.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let facilitator: Actor;

beforeEach(async () => {
  await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
});

describe('the population', () => {
  it('is replaced by coordination alone, by whole files', async () => {
    const file = (text: string) => ({
      bytes: Buffer.from(`variable;valor;participacion;personas;definicion;fecha;fuente\n${text}`),
    });
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await expect(
      replaceBaseline(facilitator, file('genero;mujeres;0,5;;Sexo;2018-06-30;DANE\n')),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await replaceBaseline(
      coordinator,
      file(
        'genero;mujeres;0,522;;Sexo;2018-06-30;DANE\ngenero;hombres;0,478;;Sexo;2018-06-30;DANE\n',
      ),
    );
    await expect(
      replaceBaseline(
        coordinator,
        file(
          'genero;mujeres;0,9;;Sexo;2018-06-30;DANE\ngenero;marcianas;0,1;;Sexo;2018-06-30;DANE\n',
        ),
      ),
    ).rejects.toMatchObject({ lines: [{ line: 3, column: 'valor' }] });
    await expect(replaceBaseline(coordinator, { bytes: new Uint8Array() })).rejects.toMatchObject({
      errors: { archivo: ['file_lines'] },
    });
    expect(
      (await getFigures(database.db, 'plan')).baseline.map(({ value, share }) => [value, share]),
    ).toEqual([
      ['hombres', 0.478],
      ['mujeres', 0.522],
    ]);
  });
});
