import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { refreshCity } from '#app/platform/city/read-city.server.ts';
import type { City } from '#app/platform/city/types.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canPrepareCity } from './policy.ts';
import { writeTexts } from './write-texts.server.ts';

/** Says in the city's words what the product would say in its own. */
export async function saveTexts(actor: Actor, texts: City['texts']): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canPrepareCity(actor));
    await writeTexts(tx, actor, texts);
  });
  await refreshCity();
}
