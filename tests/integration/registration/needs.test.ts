import { beforeEach, describe, expect, it } from 'vitest';
import { answerNeed } from '#app/domains/registration/answer-need.server.ts';
import { NeedAnswer } from '#app/domains/registration/schema.ts';
import { closeMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { getMeetingNeeds } from '#app/domains/registration/get-meeting-needs.server.ts';
import { readPersonal } from '#app/domains/registration/open-personal.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor, next } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.updateTable('role_grant').set({ revoked_at: now() }).execute();
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;
const hour = 3_600_000;
const facilitator = async (meetingId: string) =>
  await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meetingId }],
  });
const answer = (fields: Record<string, unknown>) =>
  NeedAnswer.parse({ apoyo: 'lsc', estado: 'confirmado', respuesta: '', ...fields });
const mailsTo = async (email: string) =>
  (await readsOf(database).mailsTo(email)).filter((mail) => /apoyo|support/i.test(mail.subject));

async function asking(
  meetingId: string,
  fields: Record<string, unknown> = {},
  locale: 'es' | 'en' = 'es',
) {
  const correo = `apoyo-${next()}@prueba.convite`;
  const { id } = await registerPerson(
    null,
    meetingId,
    newForm({ correo, apoyo: ['lsc'], ...fields }),
    { ...web, locale },
  );
  return { id, correo };
}

describe('needs asked for', () => {
  it('are answered one by one: the person is told once for each answer, in their language, and reads it', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const own = await facilitator(id);
    const person = await asking(id, { apoyo: ['lsc', 'rampa'] }, 'en');
    const said = answer({ inscripcion: person.id, respuesta: 'Gloria interpreta todo el día.' });
    expect(await answerNeed(own, id, said)).toEqual({ answered: 1 });
    expect(await answerNeed(own, id, said)).toEqual({ answered: 0 });
    await Promise.all([
      answerNeed(own, id, answer({ inscripcion: person.id, respuesta: 'Gloria y Luis.' })),
      answerNeed(own, id, answer({ inscripcion: person.id, respuesta: 'Gloria y Luis.' })),
    ]);
    const mails = await mailsTo(person.correo);
    expect(mails).toHaveLength(2);
    expect(mails[0]!.body).toContain('Colombian Sign Language interpreter: confirmed');
    expect(mails[0]!.body).toContain('Gloria interpreta todo el día.');
    expect((await readPersonal(null, person.id, ''))!.file.needs).toEqual([
      { need: 'lsc', note: '', state: 'confirmado', answer: 'Gloria y Luis.' },
      { need: 'rampa', note: '', state: 'pedido', answer: '' },
    ]);
    const rows = (await getMeetingNeeds(own, id)).asked;
    expect(rows.find((row) => row.need === 'lsc')).toMatchObject({ answeredBy: own.name });
  });

  it('for one need are answered together: those that wait, and nobody who cancelled or has an answer', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const own = await facilitator(id);
    const people = [await asking(id), await asking(id), await asking(id)];
    const gone = await asking(id);
    await database.owner
      .updateTable('registration')
      .set({ state: 'cancelada' })
      .where('id', '=', gone.id)
      .execute();
    await answerNeed(
      own,
      id,
      answer({
        inscripcion: people[0]!.id,
        estado: 'no_posible',
        respuesta: 'No conseguimos intérprete.',
      }),
    );
    expect(await answerNeed(own, id, answer({ estado: 'previsto' }))).toEqual({ answered: 2 });
    expect(
      await Promise.all(people.map(async (person) => (await mailsTo(person.correo)).length)),
    ).toEqual([1, 1, 1]);
    expect(await mailsTo(gone.correo)).toEqual([]);
    await expect(answerNeed(own, id, answer({ estado: 'previsto' }))).rejects.toMatchObject({
      reason: 'need_none',
    });
  });

  it('never go behind an answer, say why not, and are given only once the meeting began', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const own = await facilitator(id);
    const person = await asking(id);
    await answerNeed(own, id, answer({ inscripcion: person.id }));
    await expect(
      answerNeed(own, id, answer({ inscripcion: person.id, estado: 'previsto' })),
    ).rejects.toMatchObject({ kind: 'conflict', reason: 'need_moved' });
    expect(
      NeedAnswer.safeParse({ apoyo: 'lsc', estado: 'no_posible', respuesta: ' ' }).error!.issues,
    ).toMatchObject([{ path: ['respuesta'], message: 'need_why' }]);
    await expect(
      answerNeed(own, id, answer({ inscripcion: person.id, estado: 'dado' })),
    ).rejects.toMatchObject({ errors: { estado: ['need_not_yet'] } });
    setClockOffset(241 * hour);
    expect(await answerNeed(own, id, answer({ inscripcion: person.id, estado: 'dado' }))).toEqual({
      answered: 1,
    });
  });

  it('show names to its own facilitators alone, leave an audit row, and after closing counts', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const [own, coordinator] = [
      await facilitator(id),
      await newActor(database.owner, { roles: ['coordinacion'] }),
    ];
    await asking(id, {
      nombre: 'Rosa Inés Cuervo',
      apoyo: ['otro'],
      apoyo_otro: 'Silla con brazos',
    });
    expect((await getMeetingNeeds(own, id)).asked).toMatchObject([
      { name: 'Rosa Inés Cuervo', need: 'otro', note: 'Silla con brazos', state: 'pedido' },
    ]);
    // Coordination: how many of each kind, and no word of anybody's; it answers for all of a kind.
    const told = await getMeetingNeeds(coordinator, id);
    expect(told).toMatchObject({
      names: false,
      asked: [],
      counts: [{ need: 'otro', state: 'pedido', n: 1 }],
    });
    expect(JSON.stringify(told)).not.toMatch(/Silla|Rosa/);
    const { asked } = await getMeetingNeeds(own, id);
    await expect(
      answerNeed(coordinator, id, answer({ apoyo: 'otro', inscripcion: asked[0]!.registrationId })),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    const other = await newActor(database.owner, {
      roles: [{ role: 'facilitacion', scopeKind: 'commitment', scopeId: plan.commitments[1]!.id }],
    });
    await expect(getMeetingNeeds(other, id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(answerNeed(other, id, answer({ apoyo: 'otro' }))).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(
      await database.owner
        .selectFrom('audit_entry')
        .select(['actor_id', 'data'])
        .where('action', '=', 'registration.needs-read')
        .where('subject_id', '=', id)
        .execute(),
    ).toEqual(Array.from({ length: 2 }, () => ({ actor_id: own.personId, data: { people: 1 } })));
    setClockOffset(300 * hour);
    await closeMeeting(own, id);
    expect(await getMeetingNeeds(own, id)).toMatchObject({
      asked: [],
      counts: [{ need: 'otro', state: 'pedido', n: 1 }],
    });
    await expect(answerNeed(own, id, answer({ apoyo: 'otro' }))).rejects.toMatchObject({
      reason: 'meeting_closed_roster',
    });
  });
});

describe('the reminder', () => {
  const remind = sweeps['registration.need-reminders'];

  it('goes once to its facilitators, three working days before, and names nobody', async () => {
    const { id } = await newMeeting(database.owner, plan, { startsIn: 20 * 24 });
    const [own, coordinator] = [
      await facilitator(id),
      await newActor(database.owner, { roles: ['coordinacion'] }),
    ];
    await asking(id, { nombre: 'Rosa Inés Cuervo' });
    await remind();
    expect(await mailsTo(own.email!)).toEqual([]);
    setClockOffset(19 * 24 * hour);
    await Promise.all([remind(), remind()]);
    await remind();
    const mails = await mailsTo(own.email!);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body).toContain(`/facilitacion/talleres/${id}/apoyos`);
    expect(mails[0]!.body).not.toMatch(/Rosa|señas/);
    expect(await mailsTo(coordinator.email!)).toEqual([]);
  });

  it('goes to coordination when nobody facilitates, and not at all when everything is answered', async () => {
    const { id } = await newMeeting(database.owner, plan, { startsIn: 24 });
    const { id: answered } = await newMeeting(database.owner, plan, { startsIn: 24 });
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    await asking(id);
    await asking(answered);
    await answerNeed(coordinator, answered, answer({}));
    await remind();
    expect((await mailsTo(coordinator.email!)).map((mail) => mail.body.includes(id))).toEqual([
      true,
    ]);
  });
});
