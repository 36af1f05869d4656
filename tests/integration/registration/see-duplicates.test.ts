import { beforeEach, describe, expect, it } from 'vitest';
import { isAppError } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  listDuplicates,
  listDuplicatesOf,
} from '#app/domains/registration/list-duplicates.server.ts';
import { printRoster } from '#app/domains/registration/print-roster.server.ts';
import { settleDuplicate } from '#app/domains/registration/settle-duplicate.server.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { facilitatorOf, registerTwice } from './register-twice.ts';

const database = freshDatabase();
let plan: TestPlan;

beforeEach(async () => {
  plan = await newPlan(database.owner);
});

describe('who sees them', () => {
  it(
    'facilitators of that meeting see names and contacts side by side until it is closed, ' +
      'and leave a trace',
    async () => {
      const { id, first, second, facilitator } = await registerTwice(database, plan);
      const { pairs } = await listDuplicates(facilitator, id);
      expect(pairs).toMatchObject([
        {
          why: 'contacto',
          sides: [
            {
              id: first.id,
              name: 'Rosa Díaz Mora',
              email: 'rosa-dos@prueba.convite',
              channel: 'web',
            },
            { id: second.id, phone: '3001112233' },
          ],
        },
      ]);
      expect(JSON.stringify(pairs)).not.toContain('mujer');
      const { people } = await printRoster(facilitator, id);
      expect(people).toHaveLength(3);
      const traces = await database.owner
        .selectFrom('audit_entry')
        .select('data')
        .where('action', '=', 'registration.roster-read')
        .where('subject_id', '=', id)
        .orderBy('at')
        .execute();
      expect(traces.map((row) => row.data)).toEqual([
        { as: 'repetidas', pairs: 1 },
        { as: 'papel', people: 3 },
      ]);
      const others = [
        await facilitatorOf(database, newId()),
        await newActor(database.owner, { roles: ['coordinacion'] }),
        await newActor(database.owner),
      ];
      for (const other of others) {
        for (const act of [
          () => listDuplicates(other, id),
          () => printRoster(other, id),
          () => settleDuplicate(other, [first.id, second.id], 'distintas'),
        ])
          await expect(act()).rejects.toSatisfy(
            (error) => isAppError(error) && ['forbidden', 'not-found'].includes(error.kind),
          );
      }
      await database.owner
        .updateTable('meeting')
        .set({ closed_at: new Date() })
        .where('id', '=', id)
        .execute();
      for (const act of [
        () => listDuplicates(facilitator, id),
        () => printRoster(facilitator, id),
        () => settleDuplicate(facilitator, [first.id, second.id], 'unidas'),
      ])
        await expect(act()).rejects.toMatchObject({ reason: 'meeting_closed_roster' });
    },
  );

  it('the person is told of others by channel and time alone', async () => {
    const { first, second } = await registerTwice(database, plan);
    const own = await listDuplicatesOf(database.db, first.id, null);
    expect(own).toMatchObject([
      { otherId: second.id, why: 'contacto', channel: 'web', sameContact: false },
    ]);
    expect(JSON.stringify(own)).not.toMatch(/Rosa|prueba/);
  });
});
