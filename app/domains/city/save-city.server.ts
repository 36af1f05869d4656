import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { refreshCity } from '#app/platform/city/read-city.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { canPrepareCity } from './policy.ts';
import type { CityInput, ContactInput } from './schema.ts';
import { lockCity, updateCity } from './store.server.ts';

/** Says which city it is: its name, its hours, whose telephones and holidays, in which languages. */
export async function saveCity(actor: Actor, input: CityInput): Promise<{ changed: boolean }> {
  return await saveAs(actor, rowOfCity(input));
}

/** Says how people reach who runs it. */
export async function saveContact(
  actor: Actor,
  input: ContactInput,
): Promise<{ changed: boolean }> {
  return await saveAs(actor, rowOfContact(input));
}

type Row = ReturnType<typeof rowOfCity> | ReturnType<typeof rowOfContact>;

async function saveAs(actor: Actor, row: Row): Promise<{ changed: boolean }> {
  const done = await inTransaction(async (tx) => {
    authorize(canPrepareCity(actor));
    return await changeCity(tx, actor, row);
  });
  await refreshCity();
  return done;
}

/** Changes what differs of the city's row, within somebody's transaction, and says it in the audit trail. */
export async function changeCity(
  tx: Tx,
  actor: Actor,
  row: Partial<ReturnType<typeof rowOfCity> & ReturnType<typeof rowOfContact>>,
): Promise<{ changed: boolean }> {
  const before: Record<string, unknown> = await lockCity(tx);
  const changed = Object.entries(row).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  );
  if (changed.length === 0) return { changed: false };
  await updateCity(tx, Object.fromEntries(changed));
  await recordAudit(tx, actor, {
    action: 'city.city-changed',
    subjectKind: 'ciudad',
    subjectId: 'ciudad',
    data: {
      before: Object.fromEntries(changed.map(([name]) => [name, before[name]])),
      after: Object.fromEntries(changed),
    },
  });
  return { changed: true };
}

/** The city's facts as its row has them. */
export function rowOfCity({ name, timeZone, country, languages }: CityInput) {
  return { name, time_zone: timeZone, country, languages };
}

/** The contact as the city's row has it. */
export function rowOfContact(contact: ContactInput) {
  return {
    operator: contact.operator,
    address: contact.address,
    telephone: contact.telephone,
    mail: contact.mail,
    notification_mail: contact.notificationMail,
    hours_es: contact.hours.es,
    hours_en: contact.hours.en,
  };
}
