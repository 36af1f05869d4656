import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import {
  deleteLocalities,
  hasOpened,
  lockTerritory,
  selectTerritory,
  selectUsedCodes,
  upsertLocalities,
  upsertTerritory,
} from './territory.store.server.ts';
import type { TerritoryData } from './territory.types.ts';

/** The territory as plain data, for a set-up file. */
export async function readTerritory(db: Db): Promise<TerritoryData> {
  return await selectTerritory(db);
}

/**
 * The localities that may not vanish: those that something refers to, and all of them once the city is open:
 * people may have said in which one they live.
 */
export async function keptCodes(db: Db): Promise<(code: string) => boolean> {
  const used = await selectUsedCodes(db);
  const isOpen = await hasOpened(db);
  return (code) => isOpen || used.has(code);
}

/**
 * Puts a territory in the place of the one that was there. A locality that must be kept stays at the end of
 * the list, without a shape where the picture is another one.
 */
export async function writeTerritory(tx: Tx, actor: Actor, data: TerritoryData): Promise<void> {
  await lockTerritory(tx);
  const before = await selectTerritory(tx);
  const isKept = await keptCodes(tx);
  const given = new Set(data.localities.map(({ code }) => code));
  const missing = before.localities.filter(({ code }) => !given.has(code));
  const kept = missing.filter(({ code }) => isKept(code));
  const map = data.map ?? (data.localities.length === 0 ? before.map : null);
  const isSamePicture = JSON.stringify(map) === JSON.stringify(before.map);
  await upsertTerritory(tx, { ...data, map });
  await deleteLocalities(
    tx,
    missing.filter(({ code }) => !isKept(code)).map(({ code }) => code),
  );
  await upsertLocalities(tx, [
    ...data.localities,
    ...kept.map((each) => (isSamePicture ? each : { ...each, shape: null })),
  ]);
  await recordAudit(tx, actor, {
    action: 'plan.territory-changed',
    subjectKind: 'territorio',
    subjectId: 'territorio',
    data: {
      before: before.localities.length,
      after: data.localities.length + kept.length,
      kept: kept.length,
    },
  });
}
