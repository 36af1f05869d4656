import { describe, expect, it } from 'vitest';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import { countFair } from '#app/domains/minutes/count-fair.server.ts';
import { dropTableIdea, writeTableIdea } from '#app/domains/minutes/edit-table-idea.server.ts';
import {
  findMeetingOfIdea,
  getMinutesDesk,
  getPublicMinutes,
} from '#app/domains/minutes/get-minutes.server.ts';
import { TableIdeaForm } from '#app/domains/minutes/schema.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import type { Registered } from '#app/domains/registration/register-person.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newTableIdea } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { queuedJobs } from '#tests/integration/database.ts';
import { texts, held, database, hour, plan } from './held-meetings.ts';

const ideasOf = async (meetingId: string) =>
  await database.owner
    .selectFrom('table_idea as t')
    .innerJoin('idea as i', 'i.id', 't.idea_id')
    .select(['i.id', 'i.title', 'i.origin', 'i.state', 'i.author_id'])
    .where('t.meeting_id', '=', meetingId)
    .execute();
const ideaCount = async () =>
  (
    await database.owner
      .selectFrom('idea')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describe('minutes', () => {
  it('are a draft that only who runs the meeting sees, until they are published with who came', async () => {
    const { id, facilitator } = await held(11, 6);
    const other = await newActor(database.owner, {
      roles: [
        {
          role: 'facilitacion',
          scopeKind: 'meeting',
          scopeId: '01a00000-0000-7000-8000-000000000000',
        },
      ],
    });
    await expect(saveMinutes(other, id, texts())).rejects.toMatchObject({ kind: 'not-found' });
    await saveMinutes(facilitator, id, texts());
    await expect(getPublicMinutes(database.db, facilitator, id, null)).rejects.toMatchObject({
      reason: 'minutes_not_found',
    });
    await publishMinutes(facilitator, id);
    const page = await getPublicMinutes(database.db, null, id, null);
    expect(page.minutes).toMatchObject({
      version: 1,
      state: 'publicada',
      attended: 6,
      agreements: 'Pedir el estudio del semáforo.',
    });
    expect(page.turnout).toEqual({ registered: 11, attended: 6, proposed: null });
    expect(page.meeting.state).toBe('con_acta');
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select(['data', 'is_public'])
      .where('action', '=', 'minutes.minutes-published')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(audit).toEqual({ data: { version: 1, attended: 6, ideas: 0 }, is_public: true });
  });

  it('do not write over what another person saved meanwhile', async () => {
    const { id, facilitator } = await held(1, 1);
    await saveMinutes(facilitator, id, texts({ guardada: '' }));
    await expect(saveMinutes(facilitator, id, texts({ guardada: '' }))).rejects.toMatchObject({
      reason: 'changed_meanwhile',
    });
    const seen = (
      await getMinutesDesk(database.db, facilitator, id)
    ).draft!.writtenAt.toISOString();
    setClockOffset(5 * hour + 60_000);
    await saveMinutes(facilitator, id, texts({ guardada: seen, temas: 'Lo de ella.' }));
    await expect(
      saveMinutes(facilitator, id, texts({ guardada: seen, temas: 'Lo de él.' })),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'changed_meanwhile' });
    expect((await getMinutesDesk(database.db, facilitator, id)).draft!.topics).toBe('Lo de ella.');
  });

  it('wait for what they lack, and say what it is', async () => {
    const { id } = await newMeeting(database.owner, plan, {
      startsIn: 2,
      closesIn: 1,
      capacity: 5,
    });
    const facilitator = await newActor(database.owner, { roles: ['coordinacion'] });
    const refused = async () =>
      await publishMinutes(facilitator, id).then(
        () => null,
        (error: { reason: string }) => error.reason,
      );
    expect(await refused()).toBe('minutes_without_draft');
    await saveMinutes(facilitator, id, texts({ acuerdos: '' }));
    expect(await refused()).toBe('minutes_before_end');
    setClockOffset(9 * hour);
    expect(await refused()).toBe('minutes_incomplete');
    await saveMinutes(facilitator, id, texts());
    const second = await database.owner
      .selectFrom('commitment')
      .select('id')
      .where('plan_id', '=', plan.id)
      .execute();
    await newTableIdea(database.owner, id);
    expect(await refused()).toBe('table_idea_without_commitment');
    await database.owner
      .updateTable('table_idea')
      .set({ commitment_id: second[0]!.id })
      .where('meeting_id', '=', id)
      .execute();
    expect(await refused()).toBeNull();
  });

  it('make each idea of a table one of the platform, once, with its owner as author', async () => {
    const { id, facilitator, registered } = await held(11, 11);
    const [first, second] = [await newActor(database.owner), await newActor(database.owner)];
    const unverified = await newActor(database.owner, { verified: false });
    const own = async (registration: Registered, actor: { personId: string }) =>
      await database.owner
        .updateTable('registration')
        .set({ person_id: actor.personId })
        .where('id', '=', registration.id)
        .execute();
    await own(registered[0]!, unverified);
    await own(registered[1]!, first);
    await own(registered[2]!, second);
    const owned = await newTableIdea(database.owner, id, {
      commitmentId: plan.commitments[0]!.id,
      table: 'Mesa 3',
      owners: registered.slice(0, 6).map((person) => person.id),
    });
    const shared = await newTableIdea(database.owner, id, {
      commitmentId: plan.commitments[0]!.id,
      owners: [registered[5]!.id],
    });
    await newTableIdea(database.owner, id, {
      commitmentId: plan.commitments[0]!.id,
      dropped: true,
    });
    await saveMinutes(facilitator, id, texts());
    const before = await ideaCount();
    expect(await publishMinutes(facilitator, id)).toEqual({ version: 1, ideas: 2 });
    expect(await ideaCount()).toBe(before + 2);
    const ideas = await ideasOf(id);
    expect(ideas.find((idea) => idea.title === owned.title)).toMatchObject({
      origin: 'taller',
      state: 'publicada',
      author_id: first.personId,
    });
    expect(ideas.find((idea) => idea.title === shared.title)).toMatchObject({ author_id: null });
    const published = ideas.find((idea) => idea.title === owned.title)!;
    const title = (await getPublicMinutes(database.db, null, id, null)).meeting.title;
    expect((await getIdea(database.db, published.id)).step).toBe('revisada');
    expect(
      (await listStepEntries(database.db, published.id)).find((entry) => entry.step === 'idea')!
        .note,
    ).toBe(`Mesa 3 · ${title}`);
    expect(await findMeetingOfIdea(database.db, published.id)).toEqual({
      id,
      title,
      table: 'Mesa 3',
    });
    const follows = await database.owner
      .selectFrom('follow')
      .select('person_id')
      .where('subject_id', '=', published.id)
      .execute();
    expect(follows.map((row) => row.person_id)).toEqual([second.personId]);
    expect((await getPublicMinutes(database.db, null, id, null)).turnout!.proposed).toBe(6);
    await expect(
      writeTableIdea(facilitator, id, TableIdeaForm.parse({ id: owned.id, titulo: 'Otro título' })),
    ).rejects.toMatchObject({ reason: 'table_idea_published' });

    // A second version: what was published stays, nothing is published twice, a later idea is.
    await writeTableIdea(
      facilitator,
      id,
      TableIdeaForm.parse({ titulo: 'La que faltaba', mesa: 'Mesa 2' }),
    );
    await saveMinutes(facilitator, id, texts({ cierre: 'Corregida.' }));
    expect(await publishMinutes(facilitator, id)).toEqual({ version: 2, ideas: 1 });
    expect(await ideaCount()).toBe(before + 3);
    expect((await getPublicMinutes(database.db, null, id, null)).minutes).toMatchObject({
      version: 2,
      closing: 'Corregida.',
    });
    expect((await getPublicMinutes(database.db, null, id, 1)).minutes).toMatchObject({
      version: 1,
      closing: 'Gracias.',
    });
    // The older version lists the ideas that there were.
    expect((await getPublicMinutes(database.db, null, id, 1)).ideas).toHaveLength(2);
    expect((await getPublicMinutes(database.db, null, id, null)).ideas).toHaveLength(3);
    await expect(getPublicMinutes(database.db, null, id, 3)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('published by several people at once are published by one', async () => {
    const { id, facilitator } = await held(2, 2);
    for (let index = 0; index < 5; index += 1)
      await newTableIdea(database.owner, id, { commitmentId: plan.commitments[0]!.id });
    await saveMinutes(facilitator, id, texts());
    const before = await ideaCount();
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => publishMinutes(facilitator, id)),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ kind: 'conflict', reason: 'minutes_without_draft' });
    expect(await ideaCount()).toBe(before + 5);
    expect(
      await queuedJobs(database, 'registration.thank-attended').then((payloads) =>
        payloads.filter((payload) => (payload as { meetingId: string }).meetingId === id),
      ),
    ).toHaveLength(1);
  });

  it('of a fair take the count of a person, and no other meeting does', async () => {
    const fair = await held(0, 0, { kind: 'feria' });
    await saveMinutes(fair.facilitator, fair.id, texts());
    await expect(publishMinutes(fair.facilitator, fair.id)).rejects.toMatchObject({
      reason: 'fair_not_counted',
    });
    await countFair(fair.facilitator, fair.id, 230);
    await publishMinutes(fair.facilitator, fair.id);
    const page = await getPublicMinutes(database.db, null, fair.id, null);
    expect([page.minutes.attended, page.turnout]).toEqual([230, null]);
    const other = await held(1, 1);
    await expect(countFair(other.facilitator, other.id, 99)).rejects.toMatchObject({
      reason: 'meeting_counts_arrivals',
    });
  });

  it('leave out an idea that was dropped until it is taken in again', async () => {
    const { id, facilitator } = await held(1, 1);
    const { id: ideaId } = await writeTableIdea(
      facilitator,
      id,
      TableIdeaForm.parse({ titulo: 'Idea repetida' }),
    );
    await dropTableIdea(facilitator, id, ideaId, true);
    await saveMinutes(facilitator, id, texts());
    expect((await publishMinutes(facilitator, id)).ideas).toBe(0);
    await dropTableIdea(facilitator, id, ideaId, false);
    await saveMinutes(facilitator, id, texts());
    expect((await publishMinutes(facilitator, id)).ideas).toBe(1);
  });
});
