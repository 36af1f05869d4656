import type { Db } from '#app/platform/db/db.server.ts';
import { codeOfRegistration } from './match-keys.server.ts';
import { selectReachable } from './contact.store.server.ts';
import { selectStanding } from './place.store.server.ts';
import { selectOwnRegistrations, selectRegistration, selectRoster } from './store.server.ts';
import type { Reachable, RegistrationView, RosterRow } from './types.ts';

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

/** The registrations that wait for a place of a meeting, by their ids alone. */
export async function listWaiting(db: Db, meetingId: string): Promise<string[]> {
  return (await selectStanding(db, meetingId)).waiting.map(({ id }) => id);
}

/** The people of a meeting with contacts and needs; the caller has asked who may see them. */
export async function listRoster(db: Db, meetingId: string): Promise<RosterRow[]> {
  return await selectRoster(db, meetingId);
}

/** A registration without anything personal, or null. */
export async function findRegistration(db: Db, id: string): Promise<RegistrationView | null> {
  return await selectRegistration(db, { id });
}

/** How the person of a registration is written to, or null when that was purged. */
export async function findReachable(db: Db, id: string): Promise<Reachable | null> {
  return await selectReachable(db, id);
}
