import { newId, newSecret } from '#app/kernel/ids.ts';
import { closeAccount } from '#app/domains/accounts/close-account.server.ts';
import { keepPendingIdea } from '#app/domains/ideas/keep-pending-idea.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import { personalData } from '#app/subjects.server.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { secrets, canary } from './canary.ts';
import { type Person, password, seedPeople, type People, seedAccount } from './seed-people.ts';
import { seedLetter } from './seed-letters.ts';
import { seedIdeas, seedSeal, seedTable } from './seed-ideas.ts';
import { seedMeetings, seedRegistration, seedRoom } from './seed-meetings.ts';

/** Who visits: each with the cookies of their browser. */
async function seedVisits(
  db: Db,
  people: People,
  registrants: { byLink: string; byWord: string },
  device: string,
) {
  const token = async (key: string, { personId }: Person) => {
    const value = await openSession(db, personId, canary(`${key}.device`));
    secrets[`${key}.token`] = value;
    return `sesion=${value}`;
  };
  return {
    nobody: '',
    byLink: registrants.byLink,
    byWord: registrants.byWord,
    citizen: `${await token('citizen', people.citizen)}; equipo=${device}`,
    author: await token('author', people.author),
    other: await token('other', people.other),
    facilitator: await token('facilitator', people.facilitator),
    facilitatorElsewhere: await token('facilitatorElsewhere', people.facilitatorElsewhere),
    moderator: await token('moderator', people.moderator),
    moderatorElsewhere: await token('moderatorElsewhere', people.moderatorElsewhere),
    gov: await token('gov', people.gov),
    civil: await token('civil', people.civil),
    entity: await token('entity', people.entity),
    monitoring: await token('monitoring', people.monitoring),
    coordination: await token('coordination', people.coordination),
    closed: await token('closed', people.closed),
  };
}

/**
 * Makes a small city in which every private field holds a word that stands nowhere else. Whoever finds
 * one of them in an answer knows which field it came from. `secrets` are the words by field, `visits` the
 * cookies by visitor.
 */
export async function newCity(db: Db) {
  const plan = await newPlan(db);
  const people = await seedPeople(db, plan);
  await seedAccount(db, people);
  const ideas = await seedIdeas(db, plan, people);
  const sealAppealId = await seedSeal(db, people, ideas.published.id);
  const meetings = await seedMeetings(db, plan, people);
  const registration = await seedRegistration(db, meetings.coming, meetings.past);
  const room = await seedRoom(db, meetings.past, people);
  const proposals = await seedTable(db, plan, people, ideas.published.id);
  const letter = await seedLetter(db, people);
  const device = newSecret();
  await keepPendingIdea(device, { titulo: canary('pending.title') });
  canary('visit.address', '203.0.113.77');
  canary('visit.browser');
  const visits = await seedVisits(db, people, registration, device);
  await closeAccount(people.closed, { password }, personalData);
  await db
    .insertInto('draw')
    .values({
      id: newId(),
      meeting_id: meetings.coming,
      state: 'lista',
      size: 5,
      people: 10,
      prepared_at: now(),
      lottery: canary('draw.lottery'),
      lottery_sha256: 'a'.repeat(64),
    })
    .execute();
  const { id: grantId } = await db.selectFrom('role_grant').select('id').executeTakeFirstOrThrow();
  return {
    sealAppealId,
    grantId,
    plan,
    people,
    ideas,
    meetings,
    registration,
    room,
    proposals,
    letter,
    visits,
    secrets,
  };
}

export type City = Awaited<ReturnType<typeof newCity>>;
