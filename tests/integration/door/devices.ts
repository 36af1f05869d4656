import { beforeEach } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

/** Set up in each test file that imports this one: a database of its own, and what follows in it. */
export const database = freshDatabase();
export let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

export type Made = { id: string; kind: string; made_at: string; payload: Record<string, unknown> };
export const record = (kind: string, payload: Record<string, unknown>, id = newId()): Made => ({
  id,
  kind,
  made_at: new Date().toISOString(),
  payload,
});
export const walkIn = (name: string, contact: Record<string, unknown> = {}) =>
  record('inscripcion', {
    nombre: name,
    telefono: `3${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`,
    acepta_inscripcion: 'si',
    ...contact,
  });
export const arrivalOf = (registrationId: string) =>
  record('llegada', { inscripcion: registrationId });

/** A meeting, its facilitator and a prepared device. */
export async function newDoor(
  overrides: Parameters<typeof newMeeting>[2] = {},
): Promise<{ id: string; facilitator: Actor & { personId: string }; device: string }> {
  const { id } = await newMeeting(database.owner, plan, overrides);
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  return { id, facilitator, device: (await enrolDevice(facilitator, id, 'Tableta')).equipo };
}

export async function rows(meetingId: string) {
  const count = async (
    table: 'registration' | 'check_in' | 'table_idea' | 'meeting_note' | 'door_record',
  ) =>
    Number(
      (
        await database.owner
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('meeting_id', '=', meetingId)
          .executeTakeFirstOrThrow()
      ).n,
    );
  return {
    people: await count('registration'),
    arrivals: await count('check_in'),
    ideas: await count('table_idea'),
    notes: await count('meeting_note'),
    records: await count('door_record'),
  };
}
