import type { CityTextKey } from '#app/platform/city/types.ts';
import type { Tx } from '#app/platform/db/db.server.ts';

/** Writes what the city says in place of the product's text. */
export async function upsertText(
  tx: Tx,
  key: CityTextKey,
  text: { es: string; en: string },
): Promise<void> {
  const values = { text_es: text.es, text_en: text.en };
  await tx
    .insertInto('city_text')
    .values({ key, ...values })
    .onConflict((oc) => oc.column('key').doUpdateSet(values))
    .execute();
}

/** The product's text stands again. */
export async function deleteText(tx: Tx, key: CityTextKey): Promise<void> {
  await tx.deleteFrom('city_text').where('key', '=', key).execute();
}
