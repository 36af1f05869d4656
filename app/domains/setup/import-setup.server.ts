import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { refreshCity } from '#app/platform/city/read-city.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { canPrepareCity } from '#app/domains/city/policy.ts';
import { changeCity, rowOfCity, rowOfContact } from '#app/domains/city/save-city.server.ts';
import { writeTexts } from '#app/domains/city/write-texts.server.ts';
import { writeOptions } from '#app/domains/declarations/write-options.server.ts';
import { writeBaseline } from '#app/domains/figures/write-baseline.server.ts';
import { writeReasons } from '#app/domains/moderation/write-reasons.server.ts';
import { forgetPlan } from '#app/domains/plan/recall-plan.server.ts';
import { writeInstitutions, writePlans } from '#app/domains/plan/write-plans.server.ts';
import { writeTerritory } from '#app/domains/plan/write-territory.server.ts';
import { countParts } from './parts.ts';
import type { SetupData } from './setup-file.schema.ts';

/** What undoes a rehearsal: it has written everything, as the import would. */
class Rehearsed extends Error {}

/**
 * Brings a whole city from a file, all of it or nothing. Things are known by their code or the end of
 * their address, so that the same file again changes nothing; a rehearsal writes it and takes it back.
 */
export async function importSetup(
  actor: Actor,
  data: SetupData,
  options: { dryRun?: boolean } = {},
): Promise<{ parts: Record<string, number> }> {
  const parts = countParts(data);
  try {
    await inTransaction(async (tx) => {
      authorize(canPrepareCity(actor));
      await writeParts(tx, actor, data);
      await recordAudit(tx, actor, {
        action: 'setup.setup-imported',
        subjectKind: 'ciudad',
        subjectId: 'archivo',
        data: parts,
      });
      if (options.dryRun) throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  await refreshCity();
  forgetPlan();
  return { parts };
}

/** In the order in which they refer to each other. */
async function writeParts(tx: Tx, actor: Actor, data: SetupData): Promise<void> {
  if (data.city)
    await changeCity(tx, actor, { ...rowOfCity(data.city), ...rowOfContact(data.city.contact) });
  if (data.texts) await writeTexts(tx, actor, data.texts);
  if (data.territory) await writeTerritory(tx, actor, data.territory);
  if (data.options) await writeOptions(tx, actor, data.options);
  if (data.institutions) await writeInstitutions(tx, actor, data.institutions);
  if (data.plans) await writePlans(tx, actor, data.plans);
  if (data.reasons) await writeReasons(tx, actor, data.reasons);
  if (data.baseline) await writeBaseline(tx, actor, data.baseline);
}
