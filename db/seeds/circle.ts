import { certain } from '#app/kernel/certain.ts';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { decideProposal } from '#app/domains/circle/decide-proposal.server.ts';
import { tellDecided } from '#app/domains/circle/jobs.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { DecisionForm, NoteForm, SeatForm } from '#app/domains/circle/schema.ts';
import { seatMember } from '#app/domains/circle/seat-member.server.ts';
import { writeNote } from '#app/domains/circle/write-note.server.ts';
import { circleMembers, people } from './content/people.ts';
import { proposals } from './content/proposals.ts';
import type { ProposalContent, ProposalFate } from './content/types.ts';
import type { Cast } from './accounts.ts';
import { idOf, type Ids } from './ideas.ts';
import { lateDays } from './proposals.ts';
import type { Act } from './timeline.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

const day = 86_400_000;
const hour = 1 / 24;

/** Coordination seats the Circle's members, each with their role. */
export async function seedCircle(cast: Cast): Promise<void> {
  for (const member of circleMembers) {
    const correo = certain(people.find((person) => person.key === member.person)).email;
    await seatMember(
      cast('coordinacion'),
      SeatForm.parse({
        correo,
        sector: member.sector,
        organizacion: member.organisation,
        comisiones: member.commissions,
      }),
    );
  }
}

type Reached = Extract<ProposalFate, { kind: 'sent' | 'decided' }>;
type Decided = Extract<ProposalFate, { kind: 'decided' }>;

/** Notes, presence, votes and decisions. */
export function circleActs(seededAt: Date, cast: Cast, ideaIds: Ids, proposalIds: Ids): Act[] {
  return proposals.flatMap((proposal) => {
    const { fate } = proposal;
    if (fate.kind !== 'sent' && fate.kind !== 'decided') return [];
    const acts = [
      ...noteActs(proposal, fate, cast, proposalIds),
      ...tableActs(proposal, fate, cast, proposalIds),
    ];
    if (fate.kind === 'decided')
      acts.push({
        daysAgo: fate.decidedDaysAgo,
        run: async () => await decide(proposal, fate, seededAt, cast, ideaIds, proposalIds),
      });
    return acts;
  });
}

/**
 * Members write between the day they get the proposal and the day they meet; on a late one, once
 * it is late.
 */
function noteActs(proposal: ProposalContent, fate: Reached, cast: Cast, proposalIds: Ids): Act[] {
  const from = fate.kind === 'sent' && fate.overdue ? lateDays : fate.sentDaysAgo;
  const to = fate.kind === 'decided' ? fate.decidedDaysAgo + 4 * hour : 0.5;
  return proposal.notes.map((note, index) => ({
    daysAgo: from - ((from - to) * (index + 1)) / (proposal.notes.length + 1),
    run: async () =>
      await writeNote(
        cast(note.author),
        idOf(proposalIds, proposal.key),
        NoteForm.parse({ texto: note.body }).text,
      ),
  }));
}

function tableActs(proposal: ProposalContent, fate: Reached, cast: Cast, proposalIds: Ids): Act[] {
  const meeting = fate.kind === 'decided' ? fate.decidedDaysAgo : hour;
  const arrivals = fate.present.map((key, index) => ({
    daysAgo: meeting + (3 - index * 0.1) * hour,
    run: async () => await recordAttendance(cast(key), idOf(proposalIds, proposal.key), true),
  }));
  const votes = Object.entries(fate.votes).map(([key, vote], index) => ({
    daysAgo: meeting + (1 - index * 0.1) * hour,
    run: async () => await castVote(cast(key), idOf(proposalIds, proposal.key), vote),
  }));
  return [...arrivals, ...votes];
}

async function decide(
  proposal: ProposalContent,
  fate: Decided,
  seededAt: Date,
  cast: Cast,
  ideaIds: Ids,
  proposalIds: Ids,
): Promise<void> {
  const hasta =
    fate.untilInDays === undefined
      ? ''
      : civilDay(new Date(seededAt.getTime() + fate.untilInDays * day));
  const answers = Object.entries(fate.perIdea).map(([key, answer]) => ({
    id: idOf(ideaIds, key),
    ...answer,
  }));
  const { id } = await decideProposal(cast(fate.decidedBy), idOf(proposalIds, proposal.key), {
    ...DecisionForm.parse({ decision: fate.decision, razones: fate.reasons, hasta }),
    taken: Object.fromEntries(answers.map((answer) => [answer.id, answer.taken])),
    notTaken: Object.fromEntries(answers.map((answer) => [answer.id, answer.notTaken])),
  });
  await tellDecided(id);
}
