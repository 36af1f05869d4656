import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { Profile } from './types.ts';

/** Writes a new version of what an account says of itself, through the function that may. */
export async function declareProfile(
  tx: Tx,
  personId: string,
  at: Date,
  answers: Profile,
): Promise<void> {
  await sql`
    select declare_profile(${personId}::uuid, ${at}::timestamptz, ${JSON.stringify(answers)}::jsonb)
  `.execute(tx);
}

/** What the account of a session says of itself, by the session's token. */
export async function selectOwnProfile(db: Db, session: string, at: Date): Promise<Profile | null> {
  const { rows } = await sql<{
    answers: Profile | null;
  }>`select own_profile(${session}, ${at}::timestamptz) as answers`.execute(db);
  return rows[0]?.answers ?? null;
}

/** Deletes every version; false when there was none. */
export async function deleteProfile(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    gone: boolean;
  }>`select erase_profile(${personId}::uuid) as gone`.execute(tx);
  return first(rows).gone;
}
