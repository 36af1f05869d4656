import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { selectOwnSeat, vacateSeat } from './member.store.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/**
 * What this slice holds of a person: the seat, notes, votes and presence. Decisions keep their votes
 * without the name.
 */
export const personalData = {
  tables: [
    'circle_member',
    'commission_member',
    'attendance',
    'deliberation_note',
    'circle_vote',
    'circle_decision',
    'circle_request',
  ],
  collect: async (db: Db, personId: string) => ({ circulo: await selectOwnSeat(db, personId) }),
  erase: async (tx: Tx, personId: string) => await vacateSeat(tx, personId, civilDay(now())),
};
