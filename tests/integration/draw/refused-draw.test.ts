import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { getPublicDraw } from '#app/domains/draw/get-draw.server.ts';
import { prepareDraw } from '#app/domains/draw/prepare-draw.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { newMeeting, newWaiting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { database, drawing, facilitator, plan } from './draws.ts';

describe('a draw', () => {
  it('of fewer than five places is refused, also by the database', async () => {
    const meetingId = await drawing(5);
    const [first] = await newWaiting(
      database.owner,
      meetingId,
      Array.from({ length: 9 }, () => ({})),
    );
    await database.owner
      .updateTable('registration')
      .set({ state: 'inscrita' })
      .where('id', '=', first!.id)
      .execute();
    await expect(prepareDraw(facilitator, meetingId, new Map())).rejects.toMatchObject({
      reason: 'draw_of_few',
    });
    const four = { id: newId(), meeting_id: meetingId, people: 9, prepared_at: now() };
    await expect(
      database.db
        .insertInto('draw')
        .values({ ...four, state: 'preparada', size: 4 })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'draw_size' });
    await expect(
      database.db.updateTable('meeting').set({ capacity: 4 }).where('id', '=', meetingId).execute(),
    ).rejects.toMatchObject({ constraint: 'meeting_draw_places' });
  });

  it(
    'is refused where it was not said beforehand, before registration closes, and where ' +
      'there is room for all',
    async () => {
      const byArrival = await newMeeting(database.owner, plan, {
        capacity: 2,
        closesIn: -1,
        opensIn: -48,
      });
      await expect(prepareDraw(facilitator, byArrival.id, new Map())).rejects.toMatchObject({
        kind: 'conflict',
        reason: 'draw_not_said',
      });
      const open = await newMeeting(database.owner, plan, { capacity: 5, allocation: 'sorteo' });
      await newWaiting(database.owner, open.id, [{}, {}, {}]);
      await expect(prepareDraw(facilitator, open.id, new Map())).rejects.toMatchObject({
        reason: 'draw_before_closing',
      });
      const roomy = await drawing(5);
      await newWaiting(database.owner, roomy, [{}, {}, {}]);
      await expect(prepareDraw(facilitator, roomy, new Map())).rejects.toMatchObject({
        reason: 'draw_not_needed',
      });
      const other = await newActor(database.owner, {
        roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: newId() }],
      });
      await expect(prepareDraw(other, roomy, new Map())).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(getPublicDraw(database.db, null, byArrival.id)).rejects.toMatchObject({
        kind: 'not-found',
      });
    },
  );
});
