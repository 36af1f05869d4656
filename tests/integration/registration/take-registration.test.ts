import { beforeEach, describe, expect, it } from 'vitest';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { repeated } from '#app/domains/registration/schema.ts';
import { TakenForm, type TakenInput } from '#app/domains/registration/take-form.ts';
import { findTaken, takeRegistration } from '#app/domains/registration/take-registration.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { parseForm } from '#app/platform/http/route.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { declaredOf, rowsOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

async function newDesk(capacity = 2) {
  const { id } = await newMeeting(database.owner, plan, { capacity });
  const actor = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  return { id, actor };
}

const taken = (fields: Record<string, string>): TakenInput =>
  parseForm(
    { nombre: 'Rosalba Mora', acepta_inscripcion: 'si', canal: 'telefono', ...fields },
    TakenForm,
    repeated,
  );

const consentsOf = async (id: string) =>
  await database.owner
    .selectFrom('registration_consent')
    .select(['purpose', 'channel', 'given_at', 'recorded_by'])
    .where('registration_id', '=', id)
    .orderBy('purpose')
    .execute();

const callsOf = async (id: string) =>
  await database.owner
    .selectFrom('registration_call')
    .select('about')
    .where('registration_id', '=', id)
    .execute();

describe('a person whom who facilitates registers before the day', () => {
  it('by telephone has a place, their answers and their consent, said now and written down by whom', async () => {
    const { id, actor } = await newDesk();
    const input = taken({ telefono: '310 555 01 01', acepta_estadistica: 'si', genero: 'mujer' });
    const made = await takeRegistration(actor, id, input);
    expect(made.isNew).toBe(true);
    expect(await rowsOf(id)).toMatchObject([
      { id: made.id, state: 'inscrita', channel: 'telefono', phone: '3105550101', word_key: null },
    ]);
    expect(await rowsOf(id)).toMatchObject([{ person_id: null, recorded_by: actor.personId }]);
    expect(await consentsOf(made.id)).toMatchObject([
      { purpose: 'estadistica', channel: 'telefono', recorded_by: actor.personId },
      { purpose: 'inscripcion', channel: 'telefono', recorded_by: actor.personId },
    ]);
    expect(await declaredOf(made.id)).toMatchObject({ genero: 'mujer' });
    expect(await callsOf(made.id), 'they are on the line and hear it').toEqual([]);
  });

  it('from a paper waits when it is full, with the day of the paper, and is called', async () => {
    const { id, actor } = await newDesk(1);
    await registerPerson(null, id, newForm(), { channel: 'web', locale: 'es' });
    const paper = { canal: 'papel', telefono: '3105550102' };
    expect(() => taken(paper)).toThrow();
    const made = await takeRegistration(
      actor,
      id,
      taken({ ...paper, consiente_fecha: '2026-01-15' }),
    );
    const meeting = await getAnyMeeting(database.db, id);
    expect(await findTaken(database.db, meeting, made.id)).toEqual({
      state: 'en_espera',
      turn: 1,
      channel: 'papel',
    });
    expect((await consentsOf(made.id))[0]!.given_at).toEqual(new Date('2026-01-15T17:00:00Z'));
    expect(await callsOf(made.id)).toEqual([{ about: 'waiting' }]);
    await expect(
      takeRegistration(actor, id, taken({ ...paper, consiente_fecha: '2099-01-01' })),
    ).rejects.toMatchObject({ errors: { consiente_fecha: ['consent_day_past'] } });
  });

  it('is one however often: pressed twice at once, on another day, or with what was missing', async () => {
    const { id, actor } = await newDesk();
    const input = taken({ correo: 'rosalba@prueba.convite' });
    const both = await Promise.all([
      takeRegistration(actor, id, input),
      takeRegistration(actor, id, input),
    ]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    setClockOffset(2 * 86_400_000);
    const again = taken({
      nombre: 'rosalba  MORA',
      correo: 'rosalba@prueba.convite',
      telefono: '3105550103',
    });
    expect(await takeRegistration(actor, id, again)).toEqual({ id: both[0].id, isNew: false });
    expect(await rowsOf(id)).toMatchObject([{ name: 'Rosalba Mora', phone: '3105550103' }]);
    const other = taken({ nombre: 'Pedro Mora', correo: 'rosalba@prueba.convite' });
    expect((await takeRegistration(actor, id, other)).isNew, 'a family shares a mail').toBe(true);
  });

  it('is not changed by it where they registered themselves', async () => {
    const { id, actor } = await newDesk();
    const own = await registerPerson(
      null,
      id,
      newForm({ nombre: 'Rosalba Mora', correo: 'rosalba2@prueba.convite' }),
      { channel: 'web', locale: 'es' },
    );
    const input = taken({ correo: 'rosalba2@prueba.convite', telefono: '3105550104' });
    expect(await takeRegistration(actor, id, input)).toEqual({ id: own.id, isNew: false });
    expect(await rowsOf(id)).toMatchObject([{ channel: 'web', phone: null }]);
  });

  it('is refused to others, and without a catalogued answer', async () => {
    const { id, actor } = await newDesk();
    const input = taken({ telefono: '3105550105' });
    const elsewhere = await newDesk();
    const coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
    for (const other of [coordinator, await newActor(database.owner)])
      await expect(takeRegistration(other, id, input)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(takeRegistration(elsewhere.actor, id, input)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(
      takeRegistration(actor, id, taken({ telefono: '3105550105', documento_tipo: 'nada' })),
    ).rejects.toMatchObject({ errors: { documento_tipo: ['choose_one'] } });
    expect(await rowsOf(id)).toEqual([]);
  });
});
