import { newId } from '#app/kernel/ids.ts';
import { codeKey, codeOfLetter } from '#app/domains/letters/letter-code.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { canary, mail } from './canary.ts';
import type { People } from './seed-people.ts';

/** A letter that was answered, whose writer is to be called. */
export async function seedLetter(db: Db, { author }: People) {
  const id = newId();
  await db
    .insertInto('letter')
    .values({
      id,
      year: 2026,
      number: 1,
      code_key: codeKey(codeOfLetter(id)),
      kind: 'datos',
      claim: 'reclamo',
      person_id: author.personId,
      name: canary('letter.name'),
      email: mail('letter.email'),
      phone: canary('letter.phone', '3009870654'),
      body: canary('letter.body'),
      lang: 'es',
      state: 'respondida',
      sent_at: now(),
      due_at: now(),
      settled_at: now(),
    })
    .execute();
  await db
    .insertInto('letter_step')
    .values({
      id: newId(),
      letter_id: id,
      kind: 'respondida',
      body: canary('letter.answer'),
      at: now(),
    })
    .execute();
  await db
    .insertInto('letter_call')
    .values({
      id: newId(),
      letter_id: id,
      about: 'respondida',
      due_at: now(),
      created_at: now(),
    })
    .execute();
  return { id, code: canary('letter.code', codeOfLetter(id)) };
}
