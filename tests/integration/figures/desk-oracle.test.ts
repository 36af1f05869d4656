import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { answersGoalOf, type Measure } from '#app/domains/declarations/measures.ts';
import { getDoorList } from '#app/domains/door/get-door.server.ts';
import { getAims } from '#app/domains/figures/get-aims.server.ts';
import { listPeople } from '#app/domains/figures/list-people.server.ts';
import { sweeps } from '#app/domains/figures/sweeps.server.ts';
import type { Present } from '#app/domains/figures/tally.ts';
import { getCall } from '#app/domains/groups/get-call.server.ts';
import { saveGoal } from '#app/domains/groups/save-goal.server.ts';
import { GoalForm } from '#app/domains/groups/schema.ts';
import { meetingApiView } from '#app/domains/meetings/api-view.ts';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { publicMeeting } from '#app/domains/meetings/rules.ts';
import { offerByGoals } from '#app/domains/registration/give-by-goals.server.ts';
import { cancelForPerson } from '#app/domains/registration/cancel-for-person.server.ts';
import { correctContact } from '#app/domains/registration/correct-contact.server.ts';
import { listCalls } from '#app/domains/registration/list-calls.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { giveUp } from '#tests/factories/give-up.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newLocality, newPlan, type TestPlan } from '#tests/factories/plans.ts';
import { asWorker, freshDatabase } from '#tests/integration/database.ts';

/**
 * A facilitator against one of the people of her own meeting: she registers invented people by every
 * route, cancels them, as they and as who facilitates, corrects contacts, lets them come back, sets
 * the goals that she may set, and looks after each step. Two worlds differ in nothing but what the
 * one real person declared; what she sees in both is compared. When it differs, she has read the
 * answer.
 */

const database = freshDatabase();
let plan: TestPlan;
let facilitator: Actor;
let coordinator: Actor;

beforeEach(async () => {
  plan = await newPlan(database.owner);
  facilitator = await newActor(database.owner, { roles: ['facilitacion'] });
  coordinator = await newActor(database.owner, { roles: ['coordinacion'] });
  for (const [code, name] of [
    ['05', 'Usme'],
    ['07', 'Bosa'],
  ] as const)
    await newLocality(database.owner, code, name);
});

const goal = (who: string, share: string) =>
  GoalForm.parse({ a_quien: who, proporcion: share, fuente: 'Prueba' });

const routes = ['web', 'puerta', 'papel', 'telefono'] as const;
type Channel = (typeof routes)[number];
const six = (wg_ver: string) => ({
  wg_ver,
  wg_oir: 'ninguna',
  wg_caminar: 'ninguna',
  wg_recordar: 'ninguna',
  wg_cuidado: 'ninguna',
  wg_comunicar: 'ninguna',
});

/** What the one real person declared, and what they may have declared instead: one thing differs. */
const plain = {
  genero: 'hombre',
  ...six('ninguna'),
  cuida: ['no'],
  anio_nacimiento: '1990',
  localidad: '07',
};
const secrets = {
  identity: { genero: 'mujer_trans' },
  disability: six('mucha'),
  care: { cuida: ['ninez'] },
  locality: { localidad: '05' },
  age: { anio_nacimiento: '1950' },
};

type View = (people: Present[]) => unknown;
const everyGoal: { variable: Measure; value: string }[] = [
  { variable: 'genero', value: 'mujer_trans' },
  { variable: 'discapacidad', value: 'si' },
  { variable: 'cuida', value: 'si' },
  { variable: 'edad', value: 'mayores_60' },
];

/** Whether anybody of some answers a goal of the smallest share: what bisection by goals comes to. */
const goalsOf = (people: Present[]) =>
  everyGoal.map((each) =>
    people.some(({ answers, year }) => answers && answersGoalOf(each, answers, year)),
  );
const localitiesOf = (people: Present[], least: number) =>
  ['05', '07'].map((code) => {
    const count = people.filter(({ answers }) => answers?.localidad === code).length;
    return count < least ? null : count;
  });

/** Without protection: goals of the smallest share and exact localities, looked at each five. */
const asItCame: View = (people) =>
  people.length % 5 === 0 ? [goalsOf(people), localitiesOf(people, 1)] : 'kept';
/** By batches of ten answers, localities of three people or more. */
const byBatches: View = (people) => {
  const batch = people.slice(0, Math.floor(people.length / 10) * 10);
  return [goalsOf(batch), localitiesOf(batch, 3)];
};

/** What is seen at each look: the desk as it is, and what each unprotected view would add. */
type Seen = { desk: string[]; asItCame: string[]; byBatches: string[] };

const withoutIds = (seen: unknown) =>
  JSON.stringify(seen)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')
    .replaceAll(/Taller \d+/g, 'Taller')
    .replaceAll(/"number":\d+/g, '"number":0');

/** Looks at everything that who runs a meeting can look at. */
async function look(meetingId: string, seen: Seen): Promise<void> {
  const people = await asWorker(database, async () => {
    await sweeps['figures.counts']();
    await offerByGoals(meetingId);
    return (await inTransaction(async (tx) => await listPeople(tx, meetingId))) ?? [];
  });
  const draft = await getMeetingDraft(database.db, facilitator, meetingId);
  const call = await getCall(database.db, facilitator, meetingId);
  seen.desk.push(
    withoutIds({
      aims: await getAims(database.db, facilitator, call),
      call,
      draft,
      list: await getDoorList(facilitator, meetingId),
      calls: await listCalls(facilitator),
      api: meetingApiView(publicMeeting(draft.meeting), new Date(0), ''),
    }),
  );
  seen.asItCame.push(JSON.stringify(asItCame(people)));
  seen.byBatches.push(JSON.stringify(byBatches(people)));
}

/** The same people at the same meeting, one of whom came by this route and said this. */
async function seenOf(
  said: Record<string, unknown>,
  route: Channel,
  allocation: 'llegada' | 'metas',
): Promise<Seen> {
  const capacity = allocation === 'metas' ? 11 : 60;
  const { id } = await newMeeting(database.owner, plan, { capacity, allocation });
  const seen: Seen = { desk: [], asItCame: [], byBatches: [] };
  const register = async (name: string, form: Record<string, unknown>, channel: Channel) =>
    await registerPerson(
      channel === 'web' ? null : facilitator,
      id,
      newForm({
        nombre: name,
        correo: `${name}@prueba.convite`,
        acepta_estadistica: 'si',
        ...plain,
        ...form,
      }),
      { channel, locale: 'es' },
    );
  const fakes: { id: string; code: string }[] = [];
  for (let n = 0; n < 9; n += 1)
    fakes.push(
      await register(
        `falsa-${n}`,
        { localidad: n < 2 ? '05' : '07' },
        certain(routes[n % routes.length]),
      ),
    );
  await look(id, seen);
  await register('persona', said, route);
  await look(id, seen);
  // More than there is room for where places are few, then some go and come back.
  for (const [n, channel] of routes.slice(0, 3).entries()) await register(`otra-${n}`, {}, channel);
  for (const [n, fake] of fakes.slice(0, 3).entries()) {
    // By the invented person, or by her in their name; and she corrects whose contact she likes.
    if (n === 0) await giveUp(fake.code);
    else await cancelForPerson(facilitator, id, fake.id);
    await correctContact(facilitator, id, {
      registrationId: certain(fakes[n + 3]).id,
      email: undefined,
      phone: `310555010${n}`,
    });
    await look(id, seen);
    await register(`vuelve-${n}`, {}, certain(routes[n]));
  }
  await look(id, seen);
  return seen;
}

/** The secrets that what is seen tells apart: by the desk, and by each unprotected view. */
async function readSecrets(
  allocation: 'llegada' | 'metas',
  names: readonly (keyof typeof secrets)[],
): Promise<Record<keyof Seen, string[]>> {
  const read: Record<keyof Seen, string[]> = { desk: [], asItCame: [], byBatches: [] };
  for (const [n, name] of names.entries()) {
    const route = certain(routes[n % routes.length]);
    const [one, other] = [
      await seenOf({}, route, allocation),
      await seenOf(secrets[name], route, allocation),
    ];
    for (const view of ['desk', 'asItCame', 'byBatches'] as const)
      if (one[view].join() !== other[view].join()) read[view].push(name);
  }
  return read;
}

describe('the desk of who runs a meeting', () => {
  const all = ['identity', 'disability', 'care', 'locality', 'age'] as const;
  const aim = async (who: string, share: string) =>
    await saveGoal(coordinator, null, goal(who, share));

  it('tells nothing of what one person declared; a view that moves with the answers tells all', async () => {
    await aim('genero mujer_trans', '3,4');
    await aim('discapacidad si', '7');
    await aim('cuida si', '25');
    await aim('edad mayores_60', '20');
    await aim('localidad 05', '20');
    expect(await readSecrets('llegada', all)).toEqual({ desk: [], asItCame: all, byBatches: all });
  }, 60_000);

  it('tells nothing sensitive by who is offered a place', async () => {
    await aim('genero mujer_trans', '90');
    await aim('discapacidad si', '90');
    await aim('cuida si', '90');
    const { desk } = await readSecrets('metas', ['identity', 'disability', 'care']);
    expect(desk).toEqual([]);
  }, 60_000);
});
