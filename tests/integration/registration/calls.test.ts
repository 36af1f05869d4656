import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { answerNeed } from '#app/domains/registration/answer-need.server.ts';
import { checkCalls } from '#app/domains/registration/check-calls.server.ts';
import { listCalls } from '#app/domains/registration/list-calls.server.ts';
import { noteCall } from '#app/domains/registration/note-call.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { file, head, run } from './lists.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { countOf, mailsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const hour = 3_600_000;
const web = { channel: 'web', locale: 'es' } as const;
const phoneOnly = (telefono: string, more: object = {}) =>
  newForm({ nombre: `Persona ${telefono}`, correo: '', telefono, ...more });

async function facilitated(overrides: NewMeeting = {}) {
  const meeting = await newMeeting(database.owner, plan, overrides);
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meeting.id }],
  });
  return { ...meeting, facilitator };
}

const heard = async (actor: Actor) =>
  (await listCalls(actor)).map(({ about, name, tries }) => [about, name, tries]);

async function stateOf({ id }: { id: string }, phone = '3105550142') {
  return await database.owner
    .selectFrom('registration')
    .select(['state', 'offered_until as until'])
    .where('meeting_id', '=', id)
    .where('phone', '=', phone)
    .executeTakeFirstOrThrow();
}

/** A full meeting in which one person with a phone alone is the first who waits, and a mailed one next. */
async function offeredByPhone(overrides: NewMeeting = {}) {
  const meeting = await facilitated({ capacity: 1, offerHours: 2, ...overrides });
  const first = await registerPerson(null, meeting.id, newForm(), web);
  await registerPerson(null, meeting.id, phoneOnly('3105550142'), web);
  await registerPerson(null, meeting.id, newForm({ correo: 'sigue@prueba.convite' }), web);
  await giveUp(first.code);
  return meeting;
}

describe('who has only a telephone', () => {
  it('is on the list of calls when a place is offered, and not for what they saw themselves', async () => {
    const { facilitator } = await offeredByPhone();
    expect(await heard(facilitator)).toEqual([['offered', 'Persona 3105550142', 0]]);
    const [call] = await listCalls(facilitator);
    expect(call).toMatchObject({ phone: '3105550142', state: 'ofrecida' });
    expect(await mailsTo('sigue@prueba.convite')).toHaveLength(1);
  });

  it('keeps the offer until a day after the first call that was tried, and it goes on then', async () => {
    const meeting = await offeredByPhone();
    const [call] = await listCalls(meeting.facilitator);
    // A mailed offer would be over after two hours.
    setClockOffset(30 * hour);
    await sweeps['registration.offers']();
    expect(await stateOf(meeting)).toMatchObject({ state: 'ofrecida' });

    await noteCall(meeting.facilitator, { callId: call!.id, result: 'no_contesto' });
    const until = (await stateOf(meeting)).until!.getTime();
    expect(until - Date.now() - 30 * hour).toBeGreaterThan(23.9 * hour);
    expect(until - Date.now() - 30 * hour).toBeLessThan(24.1 * hour);
    expect(await heard(meeting.facilitator)).toEqual([['offered', 'Persona 3105550142', 1]]);
    // A second try does not begin it anew.
    setClockOffset(40 * hour);
    await noteCall(meeting.facilitator, { callId: call!.id, result: 'no_contesto' });
    expect((await stateOf(meeting)).until!.getTime()).toBe(until);

    setClockOffset(55 * hour);
    await sweeps['registration.offers']();
    expect(await stateOf(meeting)).toEqual({ state: 'en_espera', until: null });
    expect(await heard(meeting.facilitator)).toEqual([['offer_expired', 'Persona 3105550142', 0]]);
    expect((await mailsTo('sigue@prueba.convite')).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/^Hay un puesto para ti/),
    );
  });

  it('has the place with a yes, and gives it to the next with a no', async () => {
    const yes = await offeredByPhone();
    const [call] = await listCalls(yes.facilitator);
    await noteCall(yes.facilitator, { callId: call!.id, result: 'acepta' });
    expect(await stateOf(yes)).toEqual({ state: 'inscrita', until: null });
    expect(await heard(yes.facilitator)).toEqual([]);
    await expect(
      noteCall(yes.facilitator, { callId: call!.id, result: 'no_quiere' }),
    ).rejects.toMatchObject({ reason: 'call_made' });

    const no = await facilitated({ capacity: 1 });
    const first = await registerPerson(null, no.id, newForm(), web);
    await registerPerson(null, no.id, phoneOnly('3105550143'), web);
    await registerPerson(null, no.id, phoneOnly('3105550144'), web);
    await giveUp(first.code);
    const [offer] = await listCalls(no.facilitator);
    await noteCall(no.facilitator, { callId: offer!.id, result: 'no_quiere' });
    expect(await stateOf(no, '3105550143')).toMatchObject({ state: 'cancelada' });
    expect(await heard(no.facilitator)).toEqual([['offered', 'Persona 3105550144', 0]]);
  });

  it('whose number is wrong is not called again for what was open, and the place goes on in a day', async () => {
    const meeting = await offeredByPhone();
    const [call] = await listCalls(meeting.facilitator);
    await noteCall(meeting.facilitator, { callId: call!.id, result: 'equivocado' });
    expect(await heard(meeting.facilitator)).toEqual([]);
    setClockOffset(25 * hour);
    await sweeps['registration.offers']();
    expect(await stateOf(meeting)).toMatchObject({ state: 'en_espera' });
  });

  it('written down from a list is told what became of it; answers to needs come in one call', async () => {
    const meeting = await facilitated({ capacity: 1 });
    await run(
      file(
        `${head}\nAna Ruiz,,3105550150,si,2026-01-01,,papel\nLuz Mora,,3105550151,si,2026-01-01,,papel\n`,
      ),
      meeting.id,
    );
    expect(await heard(meeting.facilitator)).toEqual([
      ['registered', 'Ana Ruiz', 0],
      ['waiting', 'Luz Mora', 0],
    ]);
    await registerPerson(
      null,
      meeting.id,
      phoneOnly('3105550152', { apoyo: ['lsc', 'rampa'] }),
      web,
    );
    for (const need of ['lsc', 'rampa'])
      await answerNeed(meeting.facilitator, meeting.id, {
        need,
        registrationId: undefined,
        state: 'confirmado',
        answer: `Sí habrá: ${need}`,
      });
    const needs = (await listCalls(meeting.facilitator)).filter(
      ({ about }) => about === 'need_answered',
    );
    expect(needs).toHaveLength(1);
    expect(needs[0]!.note).toContain('Sí habrá: lsc');
    expect(needs[0]!.note).toContain('Sí habrá: rampa');
  });

  it('is seen by who facilitates the meeting alone, and doctor counts what is late', async () => {
    const meeting = await offeredByPhone();
    const [call] = await listCalls(meeting.facilitator);
    const others = [
      await newActor(database.owner, { roles: ['coordinacion'] }),
      (await facilitated()).facilitator,
    ];
    for (const other of others) {
      expect(await listCalls(other)).toEqual([]);
      await expect(noteCall(other, { callId: call!.id, result: 'acepta' })).rejects.toMatchObject({
        kind: expect.stringMatching(/forbidden|not-found/),
      });
    }
    expect(await checkCalls(database.db)).toMatchObject({ estado: 'bien' });
    setClockOffset(25 * hour);
    expect(await checkCalls(database.db)).toEqual({
      nombre: 'llamadas',
      estado: 'aviso',
      detalle: expect.stringMatching(/^\d+ por llamar, \d+ con el plazo vencido$/),
    });
    expect(await countOf(meeting.id, 'ofrecida')).toBe(1);
  });

  it('or whose mails come back is called from then on; what was offered in one waits for the call', async () => {
    const meeting = await facilitated({ capacity: 1 });
    const first = await registerPerson(null, meeting.id, newForm(), web);
    await registerPerson(
      null,
      meeting.id,
      newForm({ nombre: 'Sin Buzón', correo: 'nadie@prueba.convite', telefono: '3105550160' }),
      web,
    );
    await giveUp(first.code);
    expect(await heard(meeting.facilitator)).toEqual([]);
    await database.owner
      .updateTable('mail')
      .set({ refused_at: new Date(), sent_at: null })
      .where('recipient', '=', 'nadie@prueba.convite')
      .execute();
    await asWorker(database, async () => await sweeps['registration.returned-mail']());
    expect(await heard(meeting.facilitator)).toEqual([
      ['offered', 'Sin Buzón', 0],
      ['mail_returned', 'Sin Buzón', 0],
    ]);
    // The offer that was in the mail waits for the call.
    setClockOffset(48 * hour);
    await asWorker(database, async () => await sweeps['registration.offers']());
    expect(await stateOf(meeting, '3105550160')).toMatchObject({ state: 'ofrecida' });
    const [offer] = await listCalls(meeting.facilitator);
    await noteCall(meeting.facilitator, { callId: offer!.id, result: 'acepta' });
    expect(await stateOf(meeting, '3105550160')).toMatchObject({ state: 'inscrita' });
    await asWorker(database, async () => await sweeps['registration.returned-mail']());
    expect(await heard(meeting.facilitator)).toEqual([['mail_returned', 'Sin Buzón', 0]]);
  });
});
