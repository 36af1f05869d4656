import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { newMember, newProposal } from '#tests/factories/circle.ts';
import { newGroup } from '#tests/factories/groups.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newForm, newMeeting, newWaiting } from '#tests/factories/meetings.ts';
import { newArrival, newTableIdea } from '#tests/factories/minutes.ts';
import { newActor, type HeldRole } from '#tests/factories/people.ts';
import { newLocality, newPlan } from '#tests/factories/plans.ts';
import type { TestDatabase } from '#tests/integration/database.ts';
import type { Thing } from './forms.ts';
import { newThings } from './more-things.ts';

/** Who sends: nobody, or somebody with a role. */
export const senders = [
  'nobody',
  'citizen',
  'leaver',
  'moderator',
  'facilitator',
  'member',
  'institution',
  'monitor',
  'coordinator',
] as const;
export type Sender = (typeof senders)[number];

/** Things of each kind and sessions of each role; what is sent uses them up, so it is made again. */
export type World = {
  things: Record<Thing | 'code' | 'drawn' | 'decided' | 'grant' | 'phase' | 'commitmentId', string>;
  cookies: Record<Sender, string>;
  more: Awaited<ReturnType<typeof newThings>>;
};

let current: World | undefined;

/** The things and sessions that are there now. */
export function theWorld(): World {
  if (!current) throw new Error('There is no world yet');
  return current;
}

/** Makes everything anew. */
export async function renewWorld(database: TestDatabase): Promise<void> {
  current = await newWorld(database);
}

/** A plan with something of each kind and somebody of each role. */
async function newWorld(database: TestDatabase): Promise<World> {
  const { owner } = database;
  await newLocality(owner);
  const plan = await newPlan(owner);
  const commitment = plan.commitments[0]!;
  const actor = async (...roles: HeldRole[]) => await newActor(owner, { roles });
  const citizen = await actor();
  const [meeting, held, drawn] = [
    await newMeeting(owner, plan),
    await newMeeting(owner, plan, { startsIn: -5, lasts: 2, opensIn: -90, closesIn: -6 }),
    await newMeeting(owner, plan, { capacity: 5, allocation: 'sorteo', closesIn: -1, opensIn: -9 }),
  ];
  const visit = { channel: 'web', locale: 'es' } as const;
  const registered = await registerPerson(citizen, meeting.id, newForm(), visit);
  const [came] = await newWaiting(owner, held.id, [{ genero: 'mujer' }]);
  await newArrival(owner, held.id, came!.id);
  await newWaiting(
    owner,
    drawn.id,
    Array.from({ length: 8 }, () => ({})),
  );
  const ofCitizen = { commitmentId: commitment.id, authorId: citizen.personId };
  const idea = await newIdea(owner, ofCitizen);
  const sent = await newIdea(owner, { ...ofCitizen, state: 'enviada' });
  const decided = await newIdea(owner, {
    commitmentId: commitment.id,
    row: { step: 'ante_el_circulo' },
  });
  const proposal = await newProposal(owner, {
    commitmentId: commitment.id,
    ideaIds: [decided.id],
  });
  const { actor: member } = await newMember(owner, {
    sector: 'civil',
    commitmentIds: [commitment.id],
  });
  const { actor: official } = await newMember(owner, {
    sector: 'gobierno',
    commitmentIds: [commitment.id],
  });
  for (const each of [official, member]) await recordAttendance(each, proposal.id, true);
  await castVote(official, proposal.id, 'a_favor');
  const { institution_id: institution } = await owner
    .selectFrom('commitment_institution')
    .select('institution_id')
    .where('commitment_id', '=', commitment.id)
    .executeTakeFirstOrThrow();
  const runs = (id: string): HeldRole => ({
    role: 'facilitacion',
    scopeKind: 'meeting',
    scopeId: id,
  });
  const helper = await actor('monitoreo');
  const grant = await owner
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', helper.personId)
    .executeTakeFirstOrThrow();
  const session = async ({ personId }: { personId: string }) =>
    `sesion=${await openSession(owner, personId, 'fuzz')}`;
  const facilitator = await actor(runs(meeting.id), runs(held.id), runs(drawn.id));
  const facilitates = await session(facilitator);
  return {
    things: {
      idea: idea.id,
      sent: sent.id,
      proposal: proposal.id,
      meeting: meeting.id,
      held: held.id,
      drawn: drawn.id,
      group: (await newGroup(owner)).id,
      tableIdea: (await newTableIdea(owner, held.id, { commitmentId: commitment.id })).id,
      institution,
      commitment: commitment.slug,
      person: citizen.email ?? '',
      code: registered.code,
      decided: decided.id,
      phase: plan.phases.talleres.id,
      commitmentId: commitment.id,
      grant: grant.id,
    },
    cookies: {
      nobody: '',
      citizen: await session(citizen),
      leaver: await session(await actor()),
      moderator: await session(await actor('moderacion')),
      facilitator: facilitates,
      member: await session(member),
      institution: await session(
        await actor({ role: 'entidad', scopeKind: 'institution', scopeId: institution }),
      ),
      monitor: await session(await actor('monitoreo')),
      coordinator: await session(await actor('coordinacion')),
    },
    more: await newThings(database, {
      citizen,
      facilitator,
      session: facilitates.replace('sesion=', ''),
      meeting: meeting.id,
      held: held.id,
      commitmentId: commitment.id,
    }),
  };
}
