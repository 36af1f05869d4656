import { beforeEach } from 'vitest';
import { MeetingForm, type MeetingInput } from '#app/domains/meetings/schema.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  await database.owner.updateTable('role_grant').set({ revoked_at: now() }).execute();
  plan = await newPlan(database.owner);
  await newLocality(database.owner, '05', 'Usme');
});

export const web = { channel: 'web', locale: 'es' } as const;
const moment = (days: number, hour = '09:00') =>
  `${new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10)}T${hour}`;
export const asForm = (overrides: Record<string, unknown> = {}): MeetingInput =>
  MeetingForm.parse({
    tipo: 'taller',
    titulo: 'Cruces seguros en Usme',
    para_que: 'Elegir juntos los cruces que se arreglan primero.',
    compromisos: [plan.commitments[0]!.slug],
    inicia: moment(20),
    termina: moment(20, '12:00'),
    modalidad: 'presencial',
    lugar: 'Salón comunal',
    direccion: 'Calle 1',
    localidad: '05',
    como_llegar: '',
    enlace: '',
    cupo: '30',
    reservados: '5',
    abre: moment(0, '00:00'),
    cierra: moment(19),
    idiomas: ['es'],
    accesibilidad: ['lsc', 'sin_escalones'],
    accesibilidad_nota: '',
    materiales: '',
    horas_oferta: '24',
    ...overrides,
  });
