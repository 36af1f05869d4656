import { afterEach, expect, it } from 'vitest';
import { systemActor } from '#app/kernel/actor.ts';
import { setCity } from '#app/platform/city/city.ts';
import { readCity, refreshCity } from '#app/platform/city/read-city.server.ts';
import { openCity } from '#app/domains/city/open-city.server.ts';
import { exportSetup } from '#app/domains/setup/export-setup.server.ts';
import { getSetup, requireReady } from '#app/domains/setup/get-setup.server.ts';
import { importSetup } from '#app/domains/setup/import-setup.server.ts';
import { readSetup } from '#app/domains/setup/read-file.ts';
import { readBogota } from '#db/seeds/plan.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { bogota } from '#tests/bogota.ts';

const database = freshDatabase();
afterEach(() => setCity(bogota));

const rows = async (table: 'audit_entry' | 'plan' | 'institution') =>
  (await database.owner.selectFrom(table).selectAll().execute()).length;

it('brings a city whole, gives it back as it came, and twice is once', async () => {
  await database.owner
    .updateTable('city')
    .set({ name: '', country: '', opened_at: null })
    .execute();
  await refreshCity();
  expect((await getSetup(database.db)).missing.map(({ what }) => what)).toContain('plan');
  await expect(openCity(systemActor, requireReady)).rejects.toMatchObject({
    reason: 'city_not_ready',
  });

  const data = readBogota();
  const before = await rows('audit_entry');
  await importSetup(systemActor, data, { dryRun: true });
  expect([await rows('plan'), await rows('audit_entry')]).toEqual([0, before]);
  expect((await readCity()).name).toBe('');

  await importSetup(systemActor, data);
  const once = (await exportSetup(database.db)).text;
  await importSetup(systemActor, data);
  expect((await exportSetup(database.db)).text).toBe(once);
  expect(readSetup(once)).toEqual({ data });

  expect((await getSetup(database.db)).missing.filter(({ what }) => what !== 'dates')).toEqual([]);
}, 120_000);

it('changes nothing when one part is refused', async () => {
  const data = readBogota();
  const institutions = await rows('institution');
  const another = {
    ...data.plans![0]!,
    slug: 'otro-plan',
    commitments: [],
  };
  await expect(
    importSetup(systemActor, {
      version: 1,
      institutions: [{ slug: 'nueva', name: { es: 'Nueva', en: 'New' } }],
      plans: [another],
    }),
  ).rejects.toMatchObject({ reason: 'plan_active_exists' });
  expect(await rows('institution')).toBe(institutions);
});
