import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { usualWords } from '#app/platform/i18n/city-words.ts';
import { listBaseline } from '#app/domains/figures/get-figures.server.ts';
import { jobs } from '#app/domains/figures/jobs.server.ts';
import { bringTerritory, dropTerritoryDraft } from '#app/domains/plan/bring-territory.server.ts';
import type { TerritoryChoices } from '#app/domains/plan/compose-territory.ts';
import {
  chooseForTerritory,
  correctTerritory,
  dropTerritory,
  getTerritory,
  previewTerritory,
  saveTerritory,
} from '#app/domains/plan/save-territory.server.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let coordinator: Actor;
beforeAll(async () => {
  coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
  await database.owner.updateTable('city').set({ opened_at: null }).execute();
});

const file = (name: string, content: unknown) => ({
  name,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
});
const bring = async (given: { list?: string; outlines?: unknown; typed?: string }) =>
  await bringTerritory(coordinator, {
    list: given.list === undefined ? null : file('C:\\datos\\comunas.csv', given.list),
    outlines: given.outlines === undefined ? null : file('comunas.geojson', given.outlines),
    typed: given.typed ?? '',
  });
const choose = async (choices: TerritoryChoices) =>
  await chooseForTerritory(coordinator, () => choices);
const territory = async () => await getTerritory(database.db, coordinator);
const place = (x: number, name: string) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 0],
      ],
    ],
  },
});
const outlines = {
  type: 'FeatureCollection',
  features: [place(0, 'norte'), place(1, 'Sur')],
};
/** The worker's turn: figures follow the territory. */
const countLocalities = async () => {
  for (const job of jobs) await job.run({});
};

describe('a territory that somebody brings', () => {
  it('is nothing until it is saved, and gone when it is undone', async () => {
    await bring({ list: 'codigo;nombre;hab_2022\n1;NORTE;1.000\n2;Sur;s/d\n', outlines });
    expect(await territory()).toMatchObject({ localities: [], map: null });
    await dropTerritoryDraft(coordinator);
    expect(await previewTerritory(database.db, coordinator)).toBeNull();
    await expect(saveTerritory(coordinator, usualWords)).rejects.toMatchObject({
      reason: 'territory_draft_gone',
    });
  });

  it('keeps the list when outlines come later, and is saved with both', async () => {
    await bring({ list: 'codigo;nombre;hab_2022\n1;NORTE;1.000\n2;Sur;s/d\n' });
    await bring({ outlines });
    const preview = await previewTerritory(database.db, coordinator);
    expect(preview?.draft.sheet?.name).toBe('comunas.csv');
    expect(preview?.composed.join).toMatchObject({ chosen: 'name', joined: 2 });
    const words = {
      es: { one: 'comuna', many: 'comunas' },
      en: { one: 'commune', many: 'communes' },
    };
    await saveTerritory(coordinator, words);
    const saved = await territory();
    expect(saved).toMatchObject({
      words,
      localities: [
        { code: '1', name: 'Norte', persons: 1000, personsOn: '2022-06-30' },
        { code: '2', name: 'Sur', persons: null, personsOn: null },
      ],
    });
    expect(saved.localities.every(({ shape }) => shape?.startsWith('M'))).toBe(true);
    expect(await previewTerritory(database.db, coordinator)).toBeNull();
  });

  it('becomes the population that figures compare with; one without people is not compared', async () => {
    await countLocalities();
    expect(await listBaseline(database.db)).toMatchObject([
      { measure: 'localidad', value: '1', share: 1, persons: 1000, source: 'comunas.csv' },
    ]);
    await correctTerritory(coordinator, usualWords, [
      { code: '1', name: 'Río Norte', persons: 1000 },
      { code: '2', name: 'Sur', persons: 3000 },
    ]);
    await countLocalities();
    expect(await listBaseline(database.db)).toMatchObject([
      { value: '1', share: 0.25, asOf: '2022-06-30' },
      { value: '2', share: 0.75 },
    ]);
    // Lists that have the former name still find it.
    expect((await territory()).localities[0]).toMatchObject({ otherNames: ['Norte'] });
  });

  it('cannot make a locality vanish that an idea names: it stays, or is a row of the list', async () => {
    const plan = await newPlan(database.owner);
    await newIdea(database.owner, {
      commitmentId: plan.commitments[0]?.id ?? '',
      localityCode: '2',
    });
    await bring({ list: 'codigo;nombre\n7;Meridional\n8;Este\n' });
    const seen = await previewTerritory(database.db, coordinator);
    expect(seen?.composed.absent).toMatchObject([
      { code: '1', mustStay: false },
      { code: '2', mustStay: true },
    ]);
    const columns = { codigo: 'codigo', nombre: 'nombre' } as const;
    expect(await choose({ columns })).toEqual({ changed: false });
    expect(await choose({ columns, becomes: { 2: 2 } })).toEqual({ changed: true });
    await saveTerritory(coordinator, usualWords);
    expect((await territory()).localities.map(({ code, name }) => [code, name])).toEqual([
      ['2', 'Meridional'],
      ['8', 'Este'],
    ]);
    await bring({ list: 'codigo;nombre\n9;Oeste\n' });
    await saveTerritory(coordinator, usualWords);
    expect((await territory()).localities.map(({ code }) => code)).toEqual(['9', '2']);
    await expect(dropTerritory(coordinator)).rejects.toMatchObject({ reason: 'territory_in_use' });
  });

  it('refuses what cannot be read beside each field, and keeps nothing of it', async () => {
    await expect(
      bring({ list: 'codigo;nombre\n', outlines: { type: 'Topology' } }),
    ).rejects.toMatchObject({
      errors: { lista: ['file_lines'], mapa: ['file_lines'] },
      lines: [{ key: 'rows.none' }, { key: 'geo.topology' }],
    });
    await expect(bring({})).rejects.toMatchObject({ errors: { lista: ['file_required'] } });
    expect(await previewTerritory(database.db, coordinator)).toBeNull();
  });

  it('may be typed, a name a line; one without names cannot be saved', async () => {
    await bring({ typed: 'Centro; 9.870\n\nPuerto\t31004' });
    const typed = await previewTerritory(database.db, coordinator);
    expect(typed?.composed.rows).toMatchObject([
      { name: 'Centro', persons: 9870 },
      { name: 'Puerto', persons: 31_004 },
    ]);
    await choose({ columns: { nombre: '', poblacion: '' } });
    await expect(saveTerritory(coordinator, usualWords)).rejects.toMatchObject({
      reason: 'territory_nothing',
    });
    await dropTerritoryDraft(coordinator);
  });

  it('is coordination’s alone', async () => {
    const facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
    const refused = { kind: 'forbidden' };
    await expect(
      bringTerritory(facilitator, { list: null, outlines: null, typed: 'x' }),
    ).rejects.toMatchObject(refused);
    await expect(previewTerritory(database.db, facilitator)).rejects.toMatchObject(refused);
    await expect(saveTerritory(facilitator, usualWords)).rejects.toMatchObject(refused);
    await expect(dropTerritory(facilitator)).rejects.toMatchObject(refused);
    await expect(correctTerritory(facilitator, usualWords, [])).rejects.toMatchObject(refused);
  });
});
