import type { CarriedIdea, ProposalSummary } from './types.ts';

type Answer = {
  decision: string;
  reasons: string;
  decidedAt: Date;
  answers: { ideaId: string; taken: string; notTaken: string }[];
};

/**
 * A proposal as the read API gives it (contract, section 6). Before the Circle answers, `tomado` says what the
 * proposal takes of an idea; afterwards, what the Circle took, `no_tomado` what it did not and why. What came
 * back from a deferral waits for its answer again.
 */
export function proposalApiView(
  proposal: Omit<ProposalSummary, 'ideaCount'> & { ideas: CarriedIdea[] },
  standing: Answer | undefined,
  baseUrl: string,
) {
  const answer = proposal.state === 'enviada' ? undefined : standing;
  return {
    id: proposal.id,
    compromiso: proposal.commitment.slug,
    titulo: proposal.title,
    estado: proposal.state,
    ideas: proposal.ideas.map((idea) => ideaView(idea, answer)),
    decision: answer?.decision ?? null,
    razones: answer?.reasons ?? null,
    decidida_en: answer?.decidedAt.toISOString() ?? null,
    url: `${baseUrl}/propuestas/${proposal.id}`,
  };
}

function ideaView(idea: CarriedIdea, answer: Answer | undefined) {
  const own = answer?.answers.find((each) => each.ideaId === idea.id);
  if (!answer || !own)
    return { id: idea.id, tomado: idea.taken || null, no_tomado: null, razon: null };
  return {
    id: idea.id,
    tomado: own.taken || null,
    no_tomado: own.notTaken || null,
    razon: answer.reasons,
  };
}
