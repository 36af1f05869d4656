import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { cityTextKeys, type City } from '#app/platform/city/types.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { deleteText, upsertText } from './text.store.server.ts';

/** Puts the city's own texts in the place of those that were there; what is left out is the product's again. */
export async function writeTexts(tx: Tx, actor: Actor, texts: City['texts']): Promise<void> {
  for (const key of cityTextKeys) {
    const text = texts[key];
    await (text ? upsertText(tx, key, text) : deleteText(tx, key));
  }
  await recordAudit(tx, actor, {
    action: 'city.texts-changed',
    subjectKind: 'ciudad',
    subjectId: 'textos',
    data: { keys: Object.keys(texts) },
  });
}
