import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { getIdea } from '#app/domains/ideas/get-idea.server.ts';
import { listStepEntries } from '#app/domains/ideas/get-history.server.ts';
import { addMeetingFile } from '#app/domains/minutes/add-meeting-file.server.ts';
import {
  blurPhoto,
  clearPhoto,
  hidePhoto,
  removeMeetingFile,
} from '#app/domains/minutes/clear-photo.server.ts';
import { countFair } from '#app/domains/minutes/count-fair.server.ts';
import { dropTableIdea, writeTableIdea } from '#app/domains/minutes/edit-table-idea.server.ts';
import { checkCertificate, getCertificate } from '#app/domains/minutes/get-certificate.server.ts';
import {
  findMeetingOfIdea,
  getMeetingFile,
  getMinutesDesk,
  getPublicMinutes,
} from '#app/domains/minutes/get-minutes.server.ts';
import { jobs } from '#app/domains/registration/jobs.server.ts';
import { MinutesForm, TableIdeaForm } from '#app/domains/minutes/schema.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import {
  registerPerson,
  type Registered,
} from '#app/domains/registration/register-person.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { newForm, newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import { newArrival, newTableIdea } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPhoto } from '#tests/factories/pictures.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { openByMail } from '#tests/factories/opened.ts';
import { freshDatabase, queuedJobs } from '#tests/integration/database.ts';

const database = freshDatabase();
const hour = 3_600_000;
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const texts = (more: Record<string, string> = {}) =>
  MinutesForm.parse({
    orden: 'Saludo y mesas.',
    temas: 'El cruce de la avenida.',
    acuerdos: 'Pedir el estudio del semáforo.',
    cierre: 'Gracias.',
    ...more,
  });

/**
 * A meeting in an hour whose clock then passes its end, with its facilitator and some who
 * registered and came.
 */
async function held(
  people: number,
  came: number,
  overrides: NewMeeting = {},
): Promise<{ id: string; facilitator: Actor; registered: Registered[] }> {
  const { id } = await newMeeting(database.owner, plan, {
    startsIn: 2,
    lasts: 2,
    closesIn: 1,
    capacity: 40,
    ...overrides,
  });
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const registered: Registered[] = [];
  for (let index = 0; index < people; index += 1)
    registered.push(await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' }));
  for (const person of registered.slice(0, came)) await newArrival(database.owner, id, person.id);
  setClockOffset(5 * hour);
  return { id, facilitator, registered };
}

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
const mailsAbout = async (link: string) =>
  await database.owner
    .selectFrom('mail')
    .select(['recipient', 'subject', 'body'])
    .where('body', 'like', `%${link}%`)
    .execute();
const thank = async (meetingId: string) =>
  await jobs.find((job) => job.name === 'registration.thank-attended')!.run({ meetingId });

describe('minutes', () => {
  it('are a draft that only who runs the meeting sees, until they are published with who came', async () => {
    const { id, facilitator } = await held(8, 6);
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
    expect(page.turnout).toEqual({ registered: 8, attended: 6, proposed: null });
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
    const { id, facilitator, registered } = await held(7, 7);
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

describe('a photo', () => {
  const add = async (facilitator: Actor, id: string, bytes: Buffer, name = 'cartelera.jpg') =>
    await addMeetingFile(facilitator, id, {
      name,
      bytes,
      description: 'Cartelera de la mesa 3 con siete notas',
    });

  it('is seen by nobody else until its minutes are published and a person cleared it', async () => {
    const { id, facilitator } = await held(6, 6);
    const photo = await add(facilitator, id, await newPhoto());
    const document = await addMeetingFile(facilitator, id, {
      name: 'C:\\fotos\\lista.csv',
      bytes: Buffer.from('a,b\n1,2\n'),
      description: 'Lista de temas',
    });
    expect([photo.kind, document.kind]).toEqual(['foto', 'adjunto']);
    const asked = async (fileId: string) =>
      await getMeetingFile(database.db, null, id, fileId).then(
        (found) => found.isPublic,
        (error: { kind: string }) => error.kind,
      );
    expect((await getMeetingFile(database.db, facilitator, id, photo.id)).isPublic).toBe(false);
    await clearPhoto(facilitator, id, photo.id, 'nadie_reconocible');
    expect([await asked(photo.id), await asked(document.id)]).toEqual(['not-found', 'not-found']);
    await saveMinutes(facilitator, id, texts());
    await publishMinutes(facilitator, id);
    expect([await asked(photo.id), await asked(document.id)]).toEqual([true, true]);
    const page = async () => await getPublicMinutes(database.db, null, id, null);
    expect((await page()).documents.map((file) => file.name)).toEqual(['lista.csv']);
    expect((await page()).photos.map((file) => file.id)).toEqual([photo.id]);
    await hidePhoto(facilitator, id, photo.id);
    expect(await asked(photo.id)).toBe('not-found');
    expect((await page()).photos).toEqual([]);
    await expect(clearPhoto(facilitator, id, document.id, 'con_permiso')).rejects.toMatchObject({
      reason: 'file_is_no_photo',
    });
  });

  it('that was blurred is another one: the old picture is gone and a person clears the new one', async () => {
    const { id, facilitator } = await held(1, 1);
    const photo = await add(facilitator, id, await newPhoto({ red: 90 }));
    await clearPhoto(facilitator, id, photo.id, 'nadie_reconocible');
    const before = (await getMeetingFile(database.db, facilitator, id, photo.id)).file;
    await blurPhoto(facilitator, id, photo.id, [{ x: 10, y: 10, width: 30, height: 40 }]);
    const after = (await getMeetingFile(database.db, facilitator, id, photo.id)).file;
    expect(after.clearedWhy).toBeNull();
    expect(after.sha256).not.toBe(before.sha256);
    expect(
      await database.owner
        .selectFrom('file')
        .select('sha256')
        .where('sha256', '=', before.sha256)
        .execute(),
    ).toEqual([]);
  });

  it('that two meetings have stays with one when the other lets it go', async () => {
    const [one, other] = [await held(1, 1), await held(1, 1)];
    setClockOffset(5 * hour);
    const bytes = await sharp(await newPhoto({ red: 20 }))
      .png()
      .toBuffer();
    const [first, second] = [
      await add(one.facilitator, one.id, bytes, 'a.png'),
      await add(other.facilitator, other.id, bytes, 'b.png'),
    ];
    const { sha256 } = (await getMeetingFile(database.db, one.facilitator, one.id, first.id)).file;
    const kept = async () =>
      (
        await database.owner
          .selectFrom('file')
          .select('sha256')
          .where('sha256', '=', sha256)
          .execute()
      ).length;
    await removeMeetingFile(one.facilitator, one.id, first.id);
    expect(await kept()).toBe(1);
    await removeMeetingFile(other.facilitator, other.id, second.id);
    expect(await kept()).toBe(0);
  });

  it('is no file of another type, and comes only from who runs the meeting', async () => {
    const { id, facilitator } = await held(1, 1);
    await expect(
      add(facilitator, id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).rejects.toMatchObject({ errors: { archivo: ['file_type'] } });
    await expect(add(await newActor(database.owner), id, await newPhoto())).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('who came', () => {
  it('is thanked once, when they may be written to', async () => {
    const { id, facilitator, registered } = await held(7, 5);
    // One withdrew what allowed a mail; two registered and did not come.
    await database.owner
      .updateTable('registration_consent')
      .set({ revoked_at: new Date() })
      .where('registration_id', '=', registered[0]!.id)
      .execute();
    await saveMinutes(facilitator, id, texts());
    await thank(id);
    expect(await mailsAbout(`/talleres/${id}/acta`)).toEqual([]);
    await publishMinutes(facilitator, id);
    await Promise.all([thank(id), thank(id)]);
    await thank(id);
    const mails = await mailsAbout(`/talleres/${id}/acta`);
    expect(mails).toHaveLength(4);
    expect(new Set(mails.map((mail) => mail.recipient)).size).toBe(4);
    expect(
      mails.every(
        (mail) =>
          mail.subject.startsWith('Gracias por venir') && mail.body.includes('/constancias/'),
      ),
    ).toBe(true);
  });

  it('has a certificate, whose name only who proved their contact sees', async () => {
    const { id, registered } = await held(2, 1);
    const [came, missed] = registered as [Registered, Registered];
    const { email } = await database.owner
      .selectFrom('registration')
      .select('email')
      .where('id', '=', came.id)
      .executeTakeFirstOrThrow();
    const pass = await openByMail(database, came.id, email!);
    const by = (cookie: string | null) => ({ actor: null, token: null, cookie });
    const closed = await getCertificate(database.db, came.code, by(null));
    expect(closed).toMatchObject({ meeting: { id }, name: null, hours: 2 });
    expect(await getCertificate(database.db, missed.code, by(pass)).catch(() => null)).toBeNull();
    expect((await getCertificate(database.db, came.code, by(pass))).name).toMatch(/^Persona /);
    // Who is shown it checks it by its own code, which opens neither the name nor the registration.
    const checked = await checkCertificate(database.db, closed.certificate);
    expect(checked).toEqual({
      certificate: closed.certificate,
      meeting: closed.meeting,
      hours: 2,
    });
    await expect(getRegistration(database.db, closed.certificate)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(checkCertificate(database.db, came.code)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(getCertificate(database.db, missed.code, by(null))).rejects.toMatchObject({
      reason: 'certificate_without_arrival',
    });
    setClockOffset(3 * hour);
    await expect(getCertificate(database.db, came.code, by(null))).rejects.toMatchObject({
      reason: 'certificate_before_end',
    });
  });
});
