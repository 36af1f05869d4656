import type { Insertable } from 'kysely';
import type { Idea } from '#db/schema.d.ts';
import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newPerson, next } from './people.ts';

export type NewIdea = {
  commitmentId: string;
  authorId?: string | null;
  state?: Idea['state'];
  title?: string;
  description?: string;
  localityCode?: string;
  row?: Partial<Insertable<Idea>>;
};

/** An idea with its counters and first revision; published unless told otherwise. */
export async function newIdea(
  db: Db,
  overrides: NewIdea,
): Promise<{ id: string; number: number; authorId: string | null; title: string }> {
  const id = newId();
  const time = now();
  const state = overrides.state ?? 'publicada';
  const authorId = overrides.authorId === undefined ? (await newPerson(db)).id : overrides.authorId;
  const title = overrides.title ?? `Idea de prueba ${next()}`;
  const description =
    overrides.description ?? 'Una descripción que basta para que la idea se pueda enviar.';
  const sent = state !== 'borrador';
  const { number } = await db
    .insertInto('idea')
    .values({
      id,
      commitment_id: overrides.commitmentId,
      author_id: authorId,
      origin: 'web',
      state,
      step: state === 'publicada' ? 'revisada' : 'idea',
      title,
      description,
      locality_code: overrides.localityCode ?? null,
      created_at: time,
      submitted_at: sent ? time : null,
      reviewed_at: sent && state !== 'enviada' ? time : null,
      published_at: state === 'publicada' ? time : null,
      lot: Math.floor(Math.random() * 2 ** 31),
      ...overrides.row,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('idea_stats')
    .values({ idea_id: id, commitment_id: overrides.commitmentId })
    .execute();
  await db
    .insertInto('idea_revision')
    .values({
      idea_id: id,
      version: 1,
      commitment_id: overrides.commitmentId,
      title,
      description,
      locality_code: overrides.localityCode ?? null,
      author_id: authorId,
      created_at: time,
    })
    .execute();
  return { id, number, authorId, title };
}
