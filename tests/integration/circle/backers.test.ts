import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { answerRequest, listOpenRequests } from '#app/domains/circle/answer-request.server.ts';
import { getDesk } from '#app/domains/circle/get-desk.server.ts';
import { requestMeeting } from '#app/domains/circle/request-meeting.server.ts';
import {
  readOwnProfile,
  saveProfile,
  withdrawProfile,
} from '#app/domains/declarations/save-profile.server.ts';
import { auditDisclosure } from '#app/domains/figures/audit-disclosure.server.ts';
import { getFigures } from '#app/domains/figures/get-figures.server.ts';
import { releaseActs, releaseBackers } from '#app/domains/figures/release-acts.server.ts';
import { replaceBaseline } from '#app/domains/figures/replace-baseline.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { personalData } from '#app/subjects.server.ts';
import { newMember, newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor, newActors } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { sessionOf } from '#tests/factories/opened.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
let plan: TestPlan;
let member: Actor & { personId: string };
const said = (genero: string | undefined) => ({
  genero,
  anio_nacimiento: 1990,
  localidad: undefined,
  acepta_estadistica: 'si' as const,
});
/** Accounts are a week old: from then on what they do is counted. */
const ageAccounts = async () =>
  await sql`update person set created_at = created_at - interval '8 days'`.execute(database.owner);
const versionsOf = async (personId: string) =>
  Number(
    (
      await sql<{
        n: number;
      }>`select count(*) as n from declared.profile where person_id = ${personId}::uuid`.execute(
        database.owner,
      )
    ).rows[0]!.n,
  );

beforeAll(async () => {
  plan = await newPlan(database.db);
  member = (
    await newMember(database.db, { sector: 'civil', commitmentIds: [plan.commitments[0]!.id] })
  ).actor;
});

describe('what an account says of itself', () => {
  it(
    'is kept with its permission, read by itself alone, in versions, and goes when the ' +
      'permission is taken back or the account is closed',
    async () => {
      const [one, other] = await newActors(database.db, 2);
      await saveProfile(one!, said('mujer'));
      expect(await readOwnProfile(one!, await sessionOf(database, one!))).toEqual({
        genero: 'mujer',
        anio_nacimiento: 1990,
      });
      expect(await readOwnProfile(other!, await sessionOf(database, other!))).toBeNull();
      await expect(sql`select * from declared.profile`.execute(database.db)).rejects.toMatchObject({
        code: '42501',
      });
      await expect(saveProfile(one!, said('marciana'))).rejects.toMatchObject({
        errors: { genero: ['choose_one'] },
      });
      setClockOffset(60_000);
      await saveProfile(one!, said('no_binaria'));
      expect(await versionsOf(one!.personId)).toBe(2);
      const consents = async () =>
        await database.owner
          .selectFrom('consent')
          .select(['purpose', 'revoked_at'])
          .where('person_id', '=', one!.personId)
          .where('purpose', '=', 'estadistica')
          .execute();
      expect((await consents()).filter((row) => row.revoked_at === null)).toHaveLength(1);
      await withdrawProfile(one!);
      expect(await versionsOf(one!.personId)).toBe(0);
      expect((await consents()).filter((row) => row.revoked_at === null)).toHaveLength(0);
      await saveProfile(other!, said('hombre'));
      expect(
        await personalData['declarations']!.collect?.(
          database.db,
          other!.personId,
          await sessionOf(database, other!),
        ),
      ).toMatchObject({ sobre_mi: { genero: 'hombre' } });
      await database.db
        .transaction()
        .execute(async (tx) => await personalData['declarations']!.erase(tx, other!.personId));
      expect(await versionsOf(other!.personId)).toBe(0);
      setClockOffset(0);
    },
  );
});

describe('who stands behind a proposal', () => {
  it(
    'is counted once a person, as they were when they supported; the table says who is ' +
      'missing, and nothing of a few',
    async () => {
      const coordinator = await newActor(database.db, { roles: ['coordinacion'] });
      await replaceBaseline(coordinator, {
        bytes: Buffer.from(
          'variable,valor,participacion,personas,definicion,fecha,fuente\n' +
            'genero,mujeres,0.522,,Sexo,2018-06-30,DANE\n' +
            'genero,hombres,0.478,,Sexo,2018-06-30,DANE\n',
        ),
      });
      const ideas = [
        await newIdea(database.db, { commitmentId: plan.commitments[0]!.id }),
        await newIdea(database.db, { commitmentId: plan.commitments[0]!.id }),
      ];
      const people = await newActors(database.db, 30);
      await ageAccounts();
      for (const [index, person] of people.entries())
        if (index < 28) await saveProfile(person, said(index < 23 ? 'mujer' : 'hombre'));
      for (const person of people)
        for (const idea of ideas) await castSupport(person, { ideaId: idea.id, act: 'apoyar' });
      // Later changes of what somebody says change nothing of what they supported before.
      setClockOffset(60_000);
      for (const person of people.slice(0, 10)) await saveProfile(person, said('hombre'));
      const { id } = await newProposal(database.db, {
        commitmentId: plan.commitments[0]!.id,
        ideaIds: ideas.map((idea) => idea.id),
      });
      expect((await getDesk(database.db, member, id, 'es')).backers).toEqual([]);
      expect(await asWorker(database, releaseBackers)).toBeGreaterThan(0);
      const gender = (await getDesk(database.db, member, id, 'es')).backers.find(
        ({ measure }) => measure === 'genero',
      )!;
      expect(gender.people).toBe(30);
      expect(
        gender.rows.map(({ value, people: count, finding }) => [value, count, finding]),
      ).toEqual([
        ['mujeres', 23, 'unsure'],
        ['hombres', 5, 'unsure'],
        ['otras', 0, null],
      ]);
      expect(gender.unanswered).toBe(2);
      // The whole plan's supporters are those thirty; of its few authors nothing is shown.
      await asWorker(database, releaseActs);
      const { measured } = await getFigures(database.db, 'plan');
      expect(
        measured.find(({ measure, population }) => measure === 'genero' && population === 'apoyan'),
      ).toMatchObject({ people: 30 });
      expect(measured.filter(({ population }) => population === 'proponen')).toEqual([]);
      // Nothing new: nothing is released again; and all of it stands the attack.
      expect(await asWorker(database, releaseBackers)).toBe(0);
      expect(
        (await asWorker(database, async () => await auditDisclosure(getDb()))).recuperables,
      ).toEqual([]);
      setClockOffset(0);
    },
    60_000,
  );

  it('lets the Circle ask for a meeting where people are missing; facilitators see it and answer once', async () => {
    const ideas = [await newIdea(database.db, { commitmentId: plan.commitments[0]!.id })];
    const { id } = await newProposal(database.db, {
      commitmentId: plan.commitments[0]!.id,
      ideaIds: ideas.map((idea) => idea.id),
    });
    const home = await newLocality(database.owner);
    const input = { localityCode: home, reason: 'Casi nadie de allá la respalda.' };
    await expect(
      requestMeeting(await newActor(database.db, { roles: ['moderacion'] }), id, input),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      requestMeeting(member, id, { ...input, localityCode: '99' }),
    ).rejects.toMatchObject({
      errors: { localidad: ['choose_one'] },
    });
    await requestMeeting(member, id, input);
    const facilitator = await newActor(database.db, { roles: ['facilitacion'] });
    await expect(listOpenRequests(database.db, member)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const [request] = await listOpenRequests(database.db, facilitator);
    expect(request).toMatchObject({
      proposalId: id,
      localityCode: home,
      reason: input.reason,
      answeredAt: null,
    });
    const meeting = await newMeeting(database.owner, plan);
    await expect(
      answerRequest(facilitator, {
        requestId: request!.id,
        meetingId: request!.id,
        answer: 'Sí, en marzo.',
      }),
    ).rejects.toMatchObject({ errors: { taller: ['choose_one'] } });
    await answerRequest(facilitator, {
      requestId: request!.id,
      meetingId: meeting.id,
      answer: 'Sí, en marzo.',
    });
    await expect(
      answerRequest(facilitator, {
        requestId: request!.id,
        meetingId: null,
        answer: 'Otra vez.',
      }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect(await listOpenRequests(database.db, facilitator)).toEqual([]);
    expect((await getDesk(database.db, member, id, 'es')).requests).toMatchObject([
      { meetingId: meeting.id, answer: 'Sí, en marzo.' },
    ]);
  });
});
