import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { mailKeyOf } from '#app/domains/registration/open-personal.server.ts';
import { personalData } from '#app/domains/registration/personal-data.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { settleOwnDuplicate } from '#app/domains/registration/settle-own-duplicate.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { sessionOf } from '#tests/factories/opened.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { countOf } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const web = { channel: 'web', locale: 'es' } as const;

it('offers to merge what may be one person twice, and merges nothing', async () => {
  const { id } = await newMeeting(database.owner, plan);
  await registerPerson(
    null,
    id,
    newForm({
      nombre: 'María Fernanda López',
      correo: 'mafe@prueba.convite',
      anio_nacimiento: '1990',
    }),
    web,
  );
  const phone = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Juan Pérez', correo: 'mafe@prueba.convite' }),
    web,
  );
  const typo = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Maria Fernada Lopez', anio_nacimiento: '1990' }),
    web,
  );
  const other = await registerPerson(
    null,
    id,
    newForm({ nombre: 'María Fernanda López', anio_nacimiento: '1955' }),
    web,
  );
  const found = await database.owner
    .selectFrom('registration_duplicate')
    .select(['registration_id', 'why', 'outcome'])
    .where('registration_id', 'in', [phone.id, typo.id, other.id])
    .execute();
  expect(found.filter((row) => row.registration_id === phone.id)).toMatchObject([
    { why: 'contacto', outcome: null },
  ]);
  expect(found.filter((row) => row.registration_id === typo.id)).toMatchObject([
    { why: 'nombre', outcome: null },
  ]);
  expect(found.filter((row) => row.registration_id === other.id)).toEqual([]);
  expect(await countOf(id, 'inscrita')).toBe(4);
});

it('goes with the account of its person: the place passes on, and nothing says who it was', async () => {
  const { id } = await newMeeting(database.owner, plan, { capacity: 1 });
  const person = await newActor(database.owner);
  const own = await registerPerson(
    person,
    id,
    newForm({ acepta_estadistica: 'si', genero: 'mujer', apoyo: ['lsc'] }),
    web,
  );
  const waiting = await registerPerson(null, id, newForm(), web);
  const { inscripciones } = (await personalData.collect(
    database.db,
    person.personId,
    await sessionOf(database, person),
  )) as {
    inscripciones: Record<string, unknown>[];
  };
  expect(inscripciones).toMatchObject([
    {
      estado: 'inscrita',
      respuestas: { genero: 'mujer' },
      apoyos: [{ apoyo: 'lsc' }],
      permisos: [{ finalidad: 'estadistica' }, { finalidad: 'inscripcion' }],
    },
  ]);
  await inTransaction(async (tx) => await personalData.erase(tx, person.personId));
  expect((await getRegistration(database.db, waiting.code)).registration.state).toBe('ofrecida');
  expect(
    await database.owner
      .selectFrom('registration')
      .select(['name', 'email', 'person_id', 'state'])
      .where('id', '=', own.id)
      .executeTakeFirst(),
  ).toEqual({ name: '', email: null, person_id: null, state: 'cancelada' });
  expect(
    (
      await sql`select from declared.declaration where registration_id = ${own.id}`.execute(
        database.owner,
      )
    ).rows,
  ).toHaveLength(0);
});

it('lets a person join what they sent twice, but only what has the contact that they proved', async () => {
  const mailKey = mailKeyOf('lucia@prueba.convite');
  const { id } = await newMeeting(database.owner, plan, { capacity: 2 });
  const first = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Lucía Páez', correo: 'lucia@prueba.convite' }),
    web,
  );
  const again = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Lucia Páez Mora', correo: 'lucia@prueba.convite' }),
    web,
  );
  const waiting = await registerPerson(null, id, newForm(), web);
  const alike = await registerPerson(null, id, newForm({ nombre: 'Lucía Páez' }), web);
  await expect(
    settleOwnDuplicate(null, again.code, { otherId: alike.id, outcome: 'unidas', mailKey }),
  ).rejects.toMatchObject({
    reason: 'duplicate_settled',
  });
  // Who merely typed the same address proved nothing.
  await expect(
    settleOwnDuplicate(null, again.code, { otherId: first.id, outcome: 'unidas', mailKey: null }),
  ).rejects.toMatchObject({ reason: 'duplicate_settled' });
  await settleOwnDuplicate(null, again.code, { otherId: first.id, outcome: 'unidas', mailKey });
  const states = await Promise.all(
    [first, again, waiting].map(
      async ({ code }) => (await getRegistration(database.db, code)).registration.state,
    ),
  );
  expect(states).toEqual(['inscrita', 'unida', 'ofrecida']);
  await expect(
    settleOwnDuplicate(null, first.code, { otherId: again.id, outcome: 'distintas', mailKey }),
  ).rejects.toMatchObject({
    kind: 'conflict',
  });
});
