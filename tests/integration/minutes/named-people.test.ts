import { describe, expect, it } from 'vitest';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import { readNamedPeople } from '#app/domains/minutes/read-named-people.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { newForm } from '#tests/factories/meetings.ts';
import { newTableIdea } from '#tests/factories/minutes.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, held, hour, plan, texts } from './held-meetings.ts';

/** A meeting that is over and where this person had registered, among others. */
async function heldWith(name: string) {
  const meeting = await held(2, 1);
  setClockOffset(0);
  await registerPerson(null, meeting.id, newForm({ nombre: name }), {
    channel: 'web',
    locale: 'es',
  });
  setClockOffset(5 * hour);
  return meeting;
}
const reports = async (meetingId: string) =>
  await database.owner
    .selectFrom('audit_entry')
    .select(['data', 'is_public'])
    .where('action', '=', 'minutes.names-found')
    .where('subject_id', '=', meetingId)
    .execute();

describe('people who registered, named in minutes', () => {
  it('are found by whoever runs that meeting and nobody else, with a trace of each find', async () => {
    const { id, facilitator } = await heldWith('Ana María Pérez Gómez');
    const elsewhere = await held(1, 1);
    const text = 'Pidió luz ANA PEREZ, y Luis Gómez la apoyó.';
    expect(await readNamedPeople(facilitator, id, ['Nada.', text])).toEqual([
      [],
      [{ from: 10, to: 19 }],
    ]);
    expect(await reports(id)).toEqual([{ data: { found: 1 }, is_public: false }]);
    await expect(readNamedPeople(elsewhere.facilitator, id, [text])).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await readNamedPeople(elsewhere.facilitator, elsewhere.id, [text])).toEqual([[]]);
    expect(await reports(elsewhere.id)).toEqual([]);
    const citizen = await newActor(database.owner);
    await expect(readNamedPeople(citizen, id, [text])).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('hold the publication until whoever publishes chooses to name them', async () => {
    const { id, facilitator } = await heldWith('Ana María Pérez Gómez');
    await saveMinutes(facilitator, id, texts({ temas: 'Habló Ana Pérez. Ana Pérez pidió luz.' }));
    await expect(publishMinutes(facilitator, id)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'minutes_name_registered',
      params: { words: '«Ana Pérez»' },
    });
    expect(await publishMinutes(facilitator, id, { naming: true })).toEqual({
      version: 1,
      ideas: 0,
    });
  });

  it('hold it too where an idea of a table names them, and not where it was left out', async () => {
    const { id, facilitator } = await heldWith('Ana María Pérez Gómez');
    const commitmentId = plan.commitments[0]!.id;
    await saveMinutes(facilitator, id, texts());
    await newTableIdea(database.owner, id, {
      commitmentId,
      title: 'Luz, propone Ana Pérez',
      dropped: true,
    });
    const { id: ideaId } = await newTableIdea(database.owner, id, {
      commitmentId,
      table: 'Mesa de María Pérez',
      title: 'Más luz en la cuadra',
    });
    await expect(publishMinutes(facilitator, id)).rejects.toMatchObject({
      params: { words: '«María Pérez»' },
    });
    await database.owner
      .updateTable('table_idea')
      .set({ table_name: 'Mesa 4' })
      .where('id', '=', ideaId)
      .execute();
    expect(await publishMinutes(facilitator, id)).toEqual({ version: 1, ideas: 1 });
  });
});
