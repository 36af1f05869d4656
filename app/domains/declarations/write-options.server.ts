import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { city } from '#app/platform/city/city.ts';
import { dayAfter } from '#app/platform/city/local-time.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { deleteOption, selectAllOptions, upsertOption } from './option.store.server.ts';
import type { OptionsData } from './options.schema.ts';

/** The catalogue of answers as plain data, for a set-up file. */
export async function readOptions(db: Db): Promise<OptionsData> {
  return await selectAllOptions(db);
}

/**
 * Puts a catalogue of answers in the place of the one that was there. An answer that is left out ends
 * yesterday, since people may have given it; before the city opens nobody has, and it goes.
 */
export async function writeOptions(tx: Tx, actor: Actor, data: OptionsData): Promise<void> {
  const given = new Set(data.map(({ question, code }) => `${question} ${code}`));
  const left = (await selectAllOptions(tx)).filter(
    ({ question, code }) => !given.has(`${question} ${code}`),
  );
  const yesterday = dayAfter(civilDay(now()), -1);
  const counted = new Map<string, number>();
  for (const option of data) {
    const position = counted.get(option.question) ?? 0;
    counted.set(option.question, position + 1);
    await upsertOption(tx, option, position);
  }
  for (const [index, option] of left.entries()) {
    if (!city().openedAt || option.validFrom > yesterday)
      await deleteOption(tx, option.question, option.code);
    else if (option.validTo === null || option.validTo > yesterday)
      await upsertOption(tx, { ...option, validTo: yesterday }, data.length + index);
  }
  await recordAudit(tx, actor, {
    action: 'plan.catalogue-changed',
    subjectKind: 'lista',
    subjectId: 'respuestas',
    data: { options: data.length, ended: left.map(({ question, code }) => `${question}.${code}`) },
  });
}
