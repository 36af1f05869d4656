import type { Db } from '#app/platform/db/db.server.ts';
import { codeOfRegistration } from './match-keys.server.ts';
import { selectOwnRegistrations } from './store.server.ts';

export type OwnRegistration = { code: string; title: string; startsAt: Date; state: string };

/** The registrations that a person keeps in their account, the latest meeting first. */
export async function listOwnRegistrations(db: Db, personId: string): Promise<OwnRegistration[]> {
  return (await selectOwnRegistrations(db, personId)).map(({ id, title, startsAt, state }) => ({
    code: codeOfRegistration(id),
    title,
    startsAt,
    state,
  }));
}
