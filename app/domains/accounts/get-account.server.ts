import { notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectAccount } from './store.server.ts';
import type { Account } from './types.ts';

/** A person as their own account page shows them. */
export async function getAccount(db: Db, personId: string): Promise<Account> {
  const account = await selectAccount(db, personId);
  if (!account) throw notFound('page_not_found');
  return account;
}
