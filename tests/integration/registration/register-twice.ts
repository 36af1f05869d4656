import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import type { TestPlan } from '#tests/factories/plans.ts';
import type { TestDatabase } from '#tests/integration/database.ts';

const web = { channel: 'web', locale: 'es' } as const;

/** Who facilitates a meeting. */
export async function facilitatorOf(database: TestDatabase, id: string) {
  return await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
}

/** Two registrations of one person, the second with more than the first, and somebody who waits. */
export async function registerTwice(database: TestDatabase, plan: TestPlan, capacity = 2) {
  const { id } = await newMeeting(database.owner, plan, { capacity });
  const first = await registerPerson(
    null,
    id,
    newForm({ nombre: 'Rosa Díaz Mora', correo: 'rosa-dos@prueba.convite', apoyo: ['lsc'] }),
    web,
  );
  const second = await registerPerson(
    null,
    id,
    newForm({
      nombre: 'Rosa Diaz',
      correo: 'rosa-dos@prueba.convite',
      telefono: '3001112233',
      apoyo: ['lsc', 'rampa'],
      acepta_estadistica: 'si',
      acepta_imagen: 'si',
      genero: 'mujer',
    }),
    web,
  );
  const waits = await registerPerson(null, id, newForm(), web);
  return { id, first, second, waits, facilitator: await facilitatorOf(database, id) };
}
