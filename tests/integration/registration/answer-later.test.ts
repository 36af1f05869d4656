import { beforeEach, describe, expect, it } from 'vitest';
import { actOnRegistration } from '#app/domains/registration/act-on-registration.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { OwnAct } from '#app/domains/registration/own-act-form.ts';
import { withdrawConsent } from '#app/domains/registration/withdraw-consent.server.ts';
import { countMeetings } from '#app/domains/figures/count-meetings.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm, newMeeting, type NewMeeting } from '#tests/factories/meetings.ts';
import { proofOf } from '#tests/factories/opened.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { declaredOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const hour = 3_600_000;
const web = { channel: 'web', locale: 'es' } as const;
type One = { id: string; code: string; pass: string };

async function registered(
  overrides: NewMeeting = {},
  form: Record<string, unknown> = {},
): Promise<One & { meetingId: string }> {
  const { id: meetingId } = await newMeeting(database.owner, plan, overrides);
  const { id, code, opened } = await registerPerson(null, meetingId, newForm(form), web);
  return { id, code, pass: opened!.pass, meetingId };
}

async function answer({ code, pass }: One, form: object) {
  const input = OwnAct.parse({
    accion: 'responder',
    acepta_estadistica: 'si',
    cuida: [],
    ...form,
  });
  const proof = await proofOf(code, pass);
  return await actOnRegistration(null, code, input, { proof, pass, session: null });
}

const consentsOf = async ({ id }: One) =>
  await database.owner
    .selectFrom('registration_consent')
    .select(['purpose', 'channel', 'given_at as at', 'revoked_at as revoked'])
    .where('registration_id', '=', id)
    .where('purpose', '=', 'estadistica')
    .execute();

describe('answers about oneself that come later', () => {
  it('are kept with a permission of their own; what was said before stays', async () => {
    const one = await registered({}, { acepta_estadistica: '', preguntado: 'si', genero: 'mujer' });
    expect(await declaredOf(one.id)).toBeUndefined();
    expect(await answer(one, { genero: 'mujer', victima: 'no' })).toEqual({
      notice: 'answers_added',
    });
    expect(await consentsOf(one)).toMatchObject([{ channel: 'web', revoked: null }]);
    await answer(one, { genero: 'hombre', etnia: 'ninguno', cuida: ['ninez'] });
    expect(await declaredOf(one.id)).toMatchObject({
      genero: 'mujer',
      victima: 'no',
      cuida: ['ninez'],
    });
    const audit = await database.owner
      .selectFrom('audit_entry')
      .select('data')
      .where('action', '=', 'registration.answers-added')
      .where('subject_id', '=', one.id)
      .execute();
    expect(JSON.stringify(audit)).not.toMatch(/mujer|victima/);
  });

  it('ask for the proof, the permission and at least one answer', async () => {
    const one = await registered();
    await expect(answer({ ...one, pass: 'x' }, { genero: 'mujer' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    for (const form of [{ acepta_estadistica: '', genero: 'mujer' }, { genero: '' }])
      await expect(answer(one, form)).rejects.toMatchObject({ name: 'ZodError' });
    await expect(answer(one, { genero: 'nada_asi' })).rejects.toMatchObject({
      errors: { genero: ['choose_one'] },
    });
    expect(await declaredOf(one.id)).toBeUndefined();
  });

  it('of who is under 18 say who authorises it and that they were heard', async () => {
    const one = await registered();
    const year = String(new Date().getUTCFullYear() - 14);
    await expect(answer(one, { anio_nacimiento: year })).rejects.toMatchObject({
      errors: {
        acudiente_nombre: ['required'],
        acudiente_contacto: ['required'],
        menor_oido: ['minor_heard_required'],
      },
    });
    await answer(one, {
      anio_nacimiento: year,
      acudiente_nombre: 'Su mamá',
      acudiente_contacto: '3005550161',
      menor_oido: 'si',
    });
    const row = await database.owner
      .selectFrom('registration')
      .select(['is_minor', 'guardian_name', 'minor_heard'])
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ is_minor: true, guardian_name: 'Su mamá', minor_heard: true });
  });

  it('give a permission anew that was taken back, with its own day', async () => {
    const one = await registered({}, { acepta_estadistica: 'si', genero: 'mujer' });
    const [before] = await consentsOf(one);
    await withdrawConsent(null, one.code, 'estadistica');
    expect(await declaredOf(one.id)).toBeUndefined();
    setClockOffset(60_000);
    await answer(one, { genero: 'no_binaria' });
    const [after] = await consentsOf(one);
    expect(after!.revoked).toBeNull();
    expect(after!.at.getTime()).toBeGreaterThan(before!.at.getTime());
    expect(await declaredOf(one.id)).toMatchObject({ genero: 'no_binaria' });
  });

  it('come until the meeting is counted, whose figures they never move', async () => {
    const one = await registered({ startsIn: 0.05, closesIn: 0.04, lasts: 0.05 });
    setClockOffset(hour);
    const now = async () => {
      const proof = { registrationId: one.id, secret: one.pass, mailKey: null };
      const input = OwnAct.parse({
        ...{ accion: 'responder', acepta_estadistica: 'si', cuida: [], genero: 'mujer' },
      });
      await actOnRegistration(null, one.code, input, { proof, pass: '', session: null });
    };
    await now();
    const counted = async () =>
      await asWorker(database, async () => {
        const ids = await countMeetings();
        return ids.includes(one.meetingId);
      });
    expect(await counted()).toBe(false);
    setClockOffset(74 * hour);
    await expect(now()).rejects.toMatchObject({ reason: 'answers_counted' });
    expect(await counted()).toBe(true);
  });

  it('are refused once those among whom places are drawn are known', async () => {
    const one = await registered({ allocation: 'sorteo', startsIn: 48, closesIn: 24 });
    await answer(one, { genero: 'mujer' });
    const late = await registered({ allocation: 'sorteo', startsIn: 0.3, closesIn: 0.1 });
    setClockOffset(0.15 * hour);
    await expect(answer(late, { genero: 'mujer' })).rejects.toMatchObject({
      reason: 'answers_drawn',
    });
  });
});
