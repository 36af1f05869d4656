import { beforeEach, describe, expect, it } from 'vitest';
import { countPhaseChange } from '#app/domains/meetings/count-phase-change.server.ts';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { valuesOfMeeting } from '#app/domains/meetings/meeting-values.ts';
import { shownState } from '#app/domains/meetings/rules.ts';
import { changePhase } from '#app/domains/plan/change-phase.server.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import { acceptOffer } from '#app/domains/registration/change-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { freshDatabase } from '#tests/integration/database.ts';

const database = freshDatabase();
const web = { channel: 'web', locale: 'es' } as const;
const hours = (count: number) => new Date(now().getTime() + count * 3_600_000);
let plan: TestPlan;
let coordinator: Awaited<ReturnType<typeof newActor>>;

beforeEach(async () => {
  setClockOffset(0);
  plan = await newPlan(database.owner);
  coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
});

/** Ends the phase of the workshops so many hours from now. */
const endPhase = async (count: number) =>
  await changePhase(coordinator, plan.phases.talleres.id, {
    opensAt: plan.phases.talleres.opensAt,
    closesAt: hours(count),
  });

describe('when the phase of the workshops has closed', () => {
  it('nobody registers any more for a workshop that was called, and is told why', async () => {
    const { id } = await newMeeting(database.owner, plan);
    await registerPerson(null, id, newForm(), web);
    await endPhase(-1);
    await expect(registerPerson(null, id, newForm(), web)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'phase_closed_talleres',
    });
    expect(shownState(await getMeeting(database.db, null, id), now())).toBe('cerrado');
    await endPhase(1);
    expect((await registerPerson(null, id, newForm(), web)).state).toBe('inscrita');
  });

  it('who has a place keeps it, one that becomes free is offered, and the offer is taken', async () => {
    const { id } = await newMeeting(database.owner, plan, { capacity: 1 });
    const first = await registerPerson(null, id, newForm(), web);
    const second = await registerPerson(null, id, newForm(), web);
    await endPhase(-1);
    const stateOf = async (code: string) =>
      (await getRegistration(database.db, code)).registration.state;
    expect(await stateOf(first.code)).toBe('inscrita');
    await giveUp(first.code);
    expect(await stateOf(second.code)).toBe('ofrecida');
    await acceptOffer(null, second.code);
    expect(await stateOf(second.code)).toBe('inscrita');
  });

  it('papers that were signed and people at the door are still written down by who facilitates', async () => {
    const { id } = await newMeeting(database.owner, plan);
    const facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
    await endPhase(-1);
    for (const channel of ['papel', 'telefono', 'puerta'] as const)
      expect(
        (await registerPerson(facilitator, id, newForm(), { channel, locale: 'es' })).state,
      ).toBe('inscrita');
  });

  it('what belongs to later phases goes on', async () => {
    await endPhase(-1);
    for (const kind of ['control_social', 'sesion_circulo'] as const) {
      const { id } = await newMeeting(database.owner, plan, { kind });
      expect((await registerPerson(null, id, newForm(), web)).state).toBe('inscrita');
    }
    for (const kind of ['foro', 'datos_abiertos'] as const) {
      const { id } = await newMeeting(database.owner, plan, { kind });
      await expect(registerPerson(null, id, newForm(), web)).rejects.toMatchObject({
        reason: 'phase_closed_talleres',
      });
    }
  });

  it('the form of a meeting keeps its own closing time', async () => {
    const { id, startsAt } = await newMeeting(database.owner, plan);
    await endPhase(-1);
    const { meeting, onlineUrl } = await getMeetingDraft(database.db, coordinator, id);
    expect(valuesOfMeeting(meeting, onlineUrl)['cierra']).toBe(
      localMoment(new Date(startsAt.getTime() - 3_600_000)),
    );
  });
});

it('before the end of the phase is changed, the meetings and people it touches are counted', async () => {
  const { owner } = database;
  const soon = await newMeeting(owner, plan, { startsIn: 20 });
  const late = await newMeeting(owner, plan, { startsIn: 240, capacity: 2 });
  await newMeeting(owner, plan, { startsIn: 300 });
  // Not counted: over, cancelled, a draft, without registration, of another phase, of another plan.
  await newMeeting(owner, plan, { startsIn: -40, opensIn: -100 });
  await newMeeting(owner, plan, { state: 'cancelado' });
  await newMeeting(owner, plan, { state: 'borrador' });
  await newMeeting(owner, plan, { kind: 'feria' });
  await newMeeting(owner, plan, { kind: 'control_social' });
  await newMeeting(owner, await newPlan(owner, { state: 'archived' }));
  for (const meeting of [soon, late, late, late])
    await registerPerson(null, meeting.id, newForm(), web);
  const gone = await registerPerson(null, late.id, newForm(), web);
  await giveUp(gone.code);
  const before = plan.phases.talleres.closesAt;
  const count = async (after: Date) =>
    await countPhaseChange(database.db, plan.id, { before, after });
  expect(await count(hours(-1))).toEqual({ shortened: 3, people: 4, extended: 0 });
  expect(await count(hours(48))).toEqual({ shortened: 2, people: 3, extended: 0 });
  expect(await count(hours(2000))).toEqual({ shortened: 0, people: 0, extended: 0 });
  await endPhase(48);
  expect(
    await countPhaseChange(database.db, plan.id, { before: hours(48), after: before }),
  ).toEqual({ shortened: 0, people: 0, extended: 2 });
});
