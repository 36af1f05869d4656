import { now } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { deleteExpiredLinks } from './token.store.server.ts';

/** What falls due in this slice by itself; unconfirmed accounts need every slice and are swept from the registry. */
export const sweeps = { 'accounts.links': async () => await deleteExpiredLinks(getDb(), now()) };
