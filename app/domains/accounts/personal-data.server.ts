import { now } from '#app/platform/clock/clock.server.ts';
import { endSessionsOf, listSessions } from '#app/platform/session/session.server.ts';
import {
  deleteGuardian,
  deleteMailsOf,
  revokeConsents,
  selectOwnRecords,
} from './consent.store.server.ts';
import { revokeGrantsOf, selectGrants } from './grant.store.server.ts';
import { anonymisePerson } from './credential.store.server.ts';
import { lockPerson } from './store.server.ts';
import { deleteLinksOf } from './token.store.server.ts';
import type { PersonalData } from './types.ts';

/**
 * What accounts, sessions, mail and the audit trail keep of a person. The trail keeps a number,
 * which then names nobody.
 */
export const personalData: PersonalData = {
  tables: [
    'person',
    'session',
    'email_token',
    'credential',
    'asked_address',
    'role_grant',
    'consent',
    'guardian_authorisation',
    'mail',
    'audit_entry',
  ],
  collect: async (db, personId) => {
    const [records, sessions, grants] = await Promise.all([
      selectOwnRecords(db, personId),
      listSessions(db, personId),
      selectGrants(db, now(), { personId }),
    ]);
    return {
      ...records,
      sesiones: sessions.map((session) => ({
        abierta_en: session.createdAt,
        usada_en: session.lastUsedAt,
        vence_en: session.expiresAt,
        equipo: session.device,
      })),
      roles: grants.map((grant) => ({
        rol: grant.role,
        alcance: grant.scope,
        desde: grant.startsAt,
        hasta: grant.endsAt,
        quitado_en: grant.revokedAt,
      })),
    };
  },
  erase: async (tx, personId) => {
    const person = await lockPerson(tx, personId);
    if (!person) return;
    await endSessionsOf(tx, personId);
    await deleteLinksOf(tx, personId);
    await deleteMailsOf(tx, personId, person.email);
    await deleteGuardian(tx, personId);
    await revokeConsents(tx, personId, now());
    await revokeGrantsOf(tx, personId, now());
    await anonymisePerson(tx, personId, now());
  },
};
