import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { handle } from '#app/platform/jobs/define-job.ts';
import { territoryCounted } from '#app/domains/plan/jobs.ts';
import { listCounted } from '#app/domains/plan/save-territory.server.ts';
import { replaceMeasure } from './baseline.store.server.ts';

/** The population by locality is the territory's own, once it was counted anew there. */
async function countLocalities(): Promise<void> {
  const t = translatorOf('es').t('territory');
  await inTransaction(async (tx) => {
    const counted = await listCounted(tx);
    const all = counted.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
    const today = now().toISOString().slice(0, 10);
    const rows = counted.map(({ code, persons, personsOn, source }) => ({
      measure: 'localidad' as const,
      value: code,
      share: (persons ?? 0) / all,
      persons,
      definition: t('counted.definition'),
      asOf: personsOn ?? today,
      source: source || t('counted.source'),
      territory: 'ciudad' as const,
    }));
    await replaceMeasure(tx, 'localidad', rows, now());
  });
}

export const jobs = [handle(territoryCounted, countLocalities)];
