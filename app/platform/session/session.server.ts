import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { Actor } from '#app/kernel/actor.ts';
import { newSecret } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, whereWritable, type Db, type Tx } from '#app/platform/db/db.server.ts';
import {
  findSessionAndPerson,
  insertSession,
  type PersonOfSession,
  removeExpired,
  removeSession,
  removeSessionsOf,
  sessionsOf,
  touchSession,
} from './store.server.ts';

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { device: string };
    DatabaseUserAttributes: PersonOfSession;
  }
}

const lifetime = new TimeSpan(30, 'd');

/** What is stored of a session's token: its SHA-256, so that a leaked table opens no session. */
export function sessionKey(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Lucia's adapter over our own table; Lucia sees tokens, the table only their hashes. */
const adapter: Adapter = {
  async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await findSessionAndPerson(getDb(), sessionKey(token), now());
    if (!row) return [null, null];
    return [
      {
        id: token,
        userId: row.personId,
        expiresAt: row.expiresAt,
        attributes: { device: row.device },
      },
      { id: row.personId, attributes: row.person },
    ];
  },
  async getUserSessions(personId) {
    const rows = await sessionsOf(getDb(), personId);
    return rows.map((row) => ({
      id: row.id,
      userId: personId,
      expiresAt: row.expiresAt,
      attributes: { device: row.device },
    }));
  },
  setSession() {
    return Promise.reject(new Error('Sessions are opened by a proof that the database compares'));
  },
  async updateSessionExpiration(token, expiresAt) {
    await whereWritable(
      async () => await touchSession(getDb(), sessionKey(token), expiresAt, now()),
    );
  },
  async deleteSession(token) {
    await removeSession(getDb(), sessionKey(token));
  },
  async deleteUserSessions(personId) {
    await removeSessionsOf(getDb(), personId);
  },
  async deleteExpiredSessions() {
    await removeExpired(getDb(), now());
  },
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: lifetime,
  getSessionAttributes: () => ({}),
  getUserAttributes: (person) => person,
});

/** Who holds this session token, or nobody. */
export async function readSession(token: string): Promise<Actor | null> {
  const { session, user } = await lucia.validateSession(token);
  if (!session) return null;
  return {
    kind: 'person',
    personId: session.userId,
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    locale: user.locale,
    grants: user.grants,
    sessionId: sessionKey(token),
  };
}

/** A session that the database opens for who proves who they are; only the cookie ever holds its token. */
export type NewSession = { token: string; key: string; device: string; at: Date; expiresAt: Date };

/** A session that is still to be opened. */
export function newSession(device: string): NewSession {
  const token = `${newSecret()}${newSecret()}`;
  const at = now();
  const expiresAt = new Date(at.getTime() + lifetime.milliseconds());
  return { token, key: sessionKey(token), device, at, expiresAt };
}

/** Opens a session for a person without any proof, which only the owner of the database may: the data of benches. */
export async function openSession(owner: Db, personId: string, device: string): Promise<string> {
  const session = newSession(device);
  await insertSession(owner, personId, session);
  return session.token;
}

/** Ends the session of this token. */
export async function endSession(token: string): Promise<void> {
  await lucia.invalidateSession(token);
}

/** The sessions of a person, last used first; `id` is the stored hash, which opens nothing. */
export async function listSessions(
  db: Db,
  personId: string,
): Promise<{ id: string; createdAt: Date; lastUsedAt: Date; expiresAt: Date; device: string }[]> {
  return (await sessionsOf(db, personId)).filter((session) => session.expiresAt > now());
}

/** Ends sessions of a person in a command's transaction: all, all but one, or one; returns how many. */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  which: { except?: string | null; only?: string } = {},
): Promise<number> {
  return await removeSessionsOf(tx, personId, which);
}

/** Deletes sessions that ran out; the worker calls it. */
export async function sweepSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}

/** How long the cookie lives, in seconds. */
export const sessionSeconds = lifetime.seconds();
