import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { actOnRegistration } from '#app/domains/registration/act-on-registration.server.ts';
import { cancelForPerson } from '#app/domains/registration/cancel-for-person.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { listCalls } from '#app/domains/registration/list-calls.server.ts';
import { noteCall } from '#app/domains/registration/note-call.server.ts';
import { findProof, proveWord } from '#app/domains/registration/open-personal.server.ts';
import {
  registerPerson,
  type Registered,
} from '#app/domains/registration/register-person.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import { openByMail, proofOf, sessionOf } from '#tests/factories/opened.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { mailsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;
const phoneOnly = (telefono: string) => newForm({ correo: '', telefono });

async function facilitated(overrides: NewMeeting = {}) {
  const meeting = await newMeeting(database.owner, plan, overrides);
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: meeting.id }],
  });
  return { ...meeting, facilitator };
}

const stateOf = async ({ code }: { code: string }) =>
  (await getRegistration(database.db, code)).registration.state;

/** Posts `accion=cancelar` as a browser that shows a pass, a session or nothing. */
async function postCancel(
  { code }: { code: string },
  by: { actor?: Actor; token?: string; pass?: string } = {},
) {
  const { actor = null, token = null, pass = '' } = by;
  const found = await getRegistration(database.db, code);
  const proof = await findProof(database.db, found, { actor, token, cookie: pass });
  return await actOnRegistration(actor, code, { act: 'cancelar' }, { proof, pass, session: token });
}

const refused = { kind: 'conflict', reason: 'registration_not_opened' };
const done = { notice: 'registration_cancelled' };

describe('giving a place up', () => {
  it('asks for more than the code, which others see; not so taking an offered one', async () => {
    const { id } = await facilitated({ capacity: 1 });
    const first = await registerPerson(null, id, newForm(), web);
    const second = await registerPerson(null, id, newForm(), web);
    for (const pass of ['', 'x', second.opened!.pass])
      await expect(postCancel(first, { pass })).rejects.toMatchObject(refused);
    expect(await stateOf(first)).toBe('inscrita');
    expect(await postCancel(first, { pass: first.opened!.pass })).toEqual(done);
    await actOnRegistration(
      null,
      second.code,
      { act: 'aceptar' },
      { proof: null, pass: '', session: null },
    );
    expect([await stateOf(first), await stateOf(second)]).toEqual(['cancelada', 'inscrita']);
  });

  it('opens to a mailed link, to the three words and to the account, each for its own', async () => {
    const { id } = await facilitated();
    const mailed = await registerPerson(null, id, newForm({ correo: 'una@prueba.convite' }), web);
    const told = await registerPerson(null, id, phoneOnly('3005550181'), web);
    const person = await newActor(database.owner);
    const kept = await registerPerson(person, id, newForm(), web);
    setClockOffset(16 * 60_000);
    for (const { opened, ...one } of [mailed, told, kept])
      await expect(postCancel(one, { pass: opened!.pass })).rejects.toMatchObject(refused);
    const link = await openByMail(database, mailed.id, 'una@prueba.convite');
    const word = await proveWord(null, told.code, told.opened!.word!);
    await expect(postCancel(told, { pass: link })).rejects.toMatchObject(refused);
    await expect(
      postCancel(kept, { actor: await newActor(database.owner), token: 'x' }),
    ).rejects.toMatchObject(refused);
    await postCancel(mailed, { pass: link });
    await postCancel(told, { pass: word });
    await postCancel(kept, { actor: person, token: await sessionOf(database, person) });
    const states = await Promise.all([mailed, told, kept].map(stateOf));
    expect(states).toEqual(['cancelada', 'cancelada', 'cancelada']);
    expect(await proofOf(told.code, link)).toBeNull();
  });
});

async function byStaff(
  meeting: { id: string; facilitator: Actor },
  telefono: string,
): Promise<Registered> {
  return await registerPerson(meeting.facilitator, meeting.id, phoneOnly(telefono), {
    channel: 'telefono',
    locale: 'es',
  });
}

describe('giving a place up for somebody', () => {
  it('is for who facilitates that meeting, and stays in the audit', async () => {
    const meeting = await facilitated({ capacity: 1 });
    const other = await facilitated();
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    const phoned = await byStaff(meeting, '3005550182');
    const next = await registerPerson(null, meeting.id, newForm(), web);
    expect(phoned.opened, 'staff are told nothing that opens it').toBeNull();
    for (const [actor, where, kind] of [
      [other.facilitator, meeting.id, 'not-found'],
      [other.facilitator, other.id, 'not-found'],
      [coordinator, meeting.id, 'forbidden'],
    ] as const)
      await expect(cancelForPerson(actor, where, phoned.id)).rejects.toMatchObject({ kind });
    await expect(cancelForPerson(meeting.facilitator, meeting.id, 'x')).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await stateOf(phoned)).toBe('inscrita');
    await cancelForPerson(meeting.facilitator, meeting.id, phoned.id);
    expect([await stateOf(phoned), await stateOf(next)]).toEqual(['cancelada', 'ofrecida']);
    const noted = await database.owner
      .selectFrom('audit_entry')
      .select(['actor_id as by', 'data'])
      .where('action', '=', 'registration.registration-cancelled')
      .where('subject_id', '=', phoned.id)
      .execute();
    expect(noted).toMatchObject([
      { by: meeting.facilitator.personId, data: { meetingId: meeting.id, why: 'staff' } },
    ]);
    await expect(cancelForPerson(meeting.facilitator, meeting.id, phoned.id)).rejects.toMatchObject(
      { kind: 'conflict', reason: 'registration_cancelled' },
    );
  });

  it('tells the person that it was not they who did it, and is over once the meeting began', async () => {
    const meeting = await facilitated({ startsIn: 24 });
    const mailed = await registerPerson(
      null,
      meeting.id,
      newForm({ correo: 'dos@prueba.convite' }),
      web,
    );
    const late = await registerPerson(null, meeting.id, newForm(), web);
    await cancelForPerson(meeting.facilitator, meeting.id, mailed.id);
    expect((await mailsTo('dos@prueba.convite')).at(-1)?.subject).toMatch(
      /^Se canceló tu inscripción/,
    );
    const phoned = await byStaff(meeting, '3005550184');
    await cancelForPerson(meeting.facilitator, meeting.id, phoned.id);
    expect(await listCalls(meeting.facilitator)).toMatchObject([
      { about: 'cancelled_for', phone: '3005550184', state: 'cancelada' },
    ]);
    setClockOffset(25 * 3_600_000);
    await expect(cancelForPerson(meeting.facilitator, meeting.id, late.id)).rejects.toMatchObject({
      reason: 'meeting_started',
    });
  });

  it('is one of the things that come of a call, whatever it was about', async () => {
    const meeting = await facilitated({ capacity: 1 });
    const first = await registerPerson(null, meeting.id, newForm(), web);
    const waits = await registerPerson(null, meeting.id, phoneOnly('3005550183'), web);
    await database.owner
      .insertInto('registration_call')
      .values({
        id: first.id,
        registration_id: waits.id,
        about: 'need_answered',
        subject: 'need',
        note: '',
        due_at: new Date(),
        created_at: new Date(),
      })
      .execute();
    const [call] = await listCalls(meeting.facilitator);
    await noteCall(meeting.facilitator, { callId: call!.id, result: 'no_quiere' });
    expect([await stateOf(first), await stateOf(waits)]).toEqual(['inscrita', 'cancelada']);
    expect(await listCalls(meeting.facilitator)).toEqual([]);
  });
});
