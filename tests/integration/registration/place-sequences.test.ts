import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '#app/kernel/actor.ts';
import { acceptOffer } from '#app/domains/registration/change-registration.server.ts';
import { givePlacesOf } from '#app/domains/registration/give-places.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { sweeps } from '#app/domains/registration/sweeps.server.ts';
import { setClockOffset } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { PlaceSimulator } from '#tests/place-simulator.ts';
import { file, head, run } from './lists.ts';
import { readsOf } from './reads.ts';

const database = freshDatabase();
const { mailsTo } = readsOf(database);
let plan: TestPlan;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
});

const hour = 3_600_000;
const channel = fc.constantFrom('web' as const, 'web' as const, 'telefono' as const);
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('register' as const), channel }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('list' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('walkIn' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom('cancel' as const, 'accept' as const),
      at: fc.nat(14),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('expire' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('resize' as const),
      capacity: fc.nat(6),
      reserved: fc.nat(3),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** A meeting in the database, and the same on a sheet of paper. */
async function open(capacity: number, reserved: number) {
  const { id } = await newMeeting(database.owner, plan, { capacity, reserved, offerHours: 1 });
  const sheet = new PlaceSimulator(capacity, reserved);
  const facilitator = await newActor(database.owner, {
    roles: [{ role: 'facilitacion', scopeKind: 'meeting', scopeId: id }],
  });
  const mails: string[] = [];
  const codes: string[] = [];
  let clock = 0;
  const form = (more: object = {}) => {
    const correo = `s${id}-${mails.length}@prueba.convite`;
    mails.push(correo);
    return newForm({ correo, ...more });
  };
  const register = async (actor: Actor | null, by: 'web' | 'telefono' | 'puerta', over = false) => {
    const { code } = await registerPerson(actor, id, form(), {
      channel: by,
      locale: 'es',
      overCapacity: over,
    });
    codes.push(code);
  };
  const acts = {
    register: async (each: Extract<Act, { what: 'register' }>) => {
      sheet.register(each.channel);
      await register(each.channel === 'web' ? null : facilitator, each.channel);
    },
    list: async () => {
      sheet.register('papel');
      const correo = `s${id}-${mails.length}@prueba.convite`;
      mails.push(correo);
      codes.push('');
      await run(file(`${head}\nPersona ${mails.length},${correo},,si,2026-01-01,,papel\n`), id);
    },
    walkIn: async () => {
      sheet.walkIn();
      await register(facilitator, 'puerta', true);
    },
    cancel: async ({ at }: { at: number }) => {
      if (!codes[at] || sheet.list[at]?.state === 'cancelada') return;
      sheet.cancel(at);
      await giveUp(codes[at]);
    },
    accept: async ({ at }: { at: number }) => {
      if (!codes[at] || sheet.list[at]?.state !== 'ofrecida') return;
      sheet.accept(at);
      await acceptOffer(null, codes[at]);
    },
    expire: async () => {
      sheet.expire();
      clock += 1.1 * hour;
      setClockOffset(clock);
      await sweeps['registration.offers']();
    },
    resize: async (each: { capacity: number; reserved: number }) => {
      const size = Math.max(1, each.capacity, sheet.seated().length);
      const kept = Math.min(each.reserved, size);
      sheet.resize(size, kept);
      await database.owner
        .updateTable('meeting')
        .set({ capacity: size, reserved: kept })
        .where('id', '=', id)
        .execute();
      await inTransaction(async (tx) => await givePlacesOf(tx, systemActor, id));
    },
  };
  const listed = async () =>
    await database.owner
      .selectFrom('registration')
      .select(['email', 'state', 'on_reserved as kept', 'over_capacity as over'])
      .where('meeting_id', '=', id)
      .execute();
  return { sheet, acts, listed, mails };
}

describe('places, in any order of what happens', () => {
  it('are given as a clerk would on a sheet, each offer told once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.nat(2),
        fc.array(act, { minLength: 6, maxLength: 22 }),
        async (capacity, kept, acts) => {
          setClockOffset(0);
          const meeting = await open(capacity, Math.min(kept, capacity));
          for (const each of acts) {
            await meeting.acts[each.what](each as never);
            const rows = new Map((await meeting.listed()).map((row) => [row.email, row]));
            expect(
              meeting.mails.map((mail) => {
                const row = rows.get(mail);
                return [row?.state, row?.kept && row.state !== 'cancelada', row?.over];
              }),
            ).toEqual(
              meeting.sheet.list.map(({ state, kept: isKept, over }) => [
                state,
                isKept && state !== 'cancelada',
                over,
              ]),
            );
          }
          for (const [index, mail] of meeting.mails.entries()) {
            const told = (await mailsTo(mail)).filter(({ subject }) =>
              subject.startsWith('Hay un puesto para ti'),
            );
            expect(told).toHaveLength(meeting.sheet.list[index]?.offers ?? -1);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 180_000);
});
