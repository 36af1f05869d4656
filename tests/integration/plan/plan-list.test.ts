import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { loadPlanList, previewPlanList } from '#app/domains/plan/load-plan-list.server.ts';
import { listInstitutions } from '#app/domains/plan/list-institutions.server.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let coordinator: Actor;
beforeAll(async () => {
  coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
});
const bytes = (text: string) => new TextEncoder().encode(text);
const names = async () =>
  (await listInstitutions(database.db, 'es')).map(({ name }) => name).sort();

describe('lists of the plan', () => {
  it('institutions are looked at, then loaded from what was looked at; twice adds none', async () => {
    const seen = await previewPlanList(
      database.db,
      coordinator,
      'entidades',
      bytes('Institución;En inglés\r\nSecretaría del Agua;Water\r\nObras;\r\n'),
    );
    expect(seen.institutions).toMatchObject([{ slug: 'secretaria-del-agua' }, { slug: 'obras' }]);
    expect(await names()).toEqual([]);
    expect(await loadPlanList(coordinator, 'entidades', seen.text)).toMatchObject({
      institutions: 2,
    });
    expect(await loadPlanList(coordinator, 'entidades', seen.text)).toMatchObject({
      institutions: 0,
    });
    expect(await names()).toEqual(['Obras', 'Secretaría del Agua']);
  });

  it('commitments wait for a plan', async () => {
    await expect(
      previewPlanList(database.db, coordinator, 'compromisos', bytes('titulo;reto\na;b\n')),
    ).rejects.toMatchObject({ reason: 'plan_first' });
  });

  it('commitments come with their institutions, all of them or none', async () => {
    await newPlan(database.owner, { commitments: 1 });
    const load = async (text: string) =>
      await loadPlanList(
        coordinator,
        'compromisos',
        (await previewPlanList(database.db, coordinator, 'compromisos', bytes(text))).text,
      );
    const head = 'Compromiso;Resumen;Reto;Responsables\n';
    const good = 'Cuidar el río;Un río limpio.;Está sucio.;"Obras;Parques"\n';
    await expect(load(`${head}${good}Sin reto;Algo.;;Otra\n`)).rejects.toMatchObject({
      lines: [{ line: 3, column: 'reto', key: 'plan_list.challenge' }],
    });
    expect(await names()).not.toContain('Parques');
    expect(await load(head + good)).toEqual({ institutions: 1, commitments: 1 });
    const commitments = await listCommitments(database.db, 'en');
    expect(commitments.at(-1)).toMatchObject({
      number: 2,
      slug: 'cuidar-el-rio-2',
      title: 'Cuidar el río',
      institutions: [{ slug: 'obras' }, { slug: 'parques' }],
    });
  });

  it('are coordination’s alone, and a list without its column is refused', async () => {
    const moderator = await newActor(database.owner, { roles: ['moderacion'] });
    await expect(loadPlanList(moderator, 'entidades', 'nombre\nx\n')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(loadPlanList(coordinator, 'compromisos', 'reto\nx\n')).rejects.toMatchObject({
      lines: [{ key: 'header.missing', params: { name: 'titulo' } }],
    });
  });
});
