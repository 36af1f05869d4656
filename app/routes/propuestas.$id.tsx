import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findDecisionsOfProposals } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { takenIn } from '#app/domains/circle/rules.ts';
import { DecisionPanel, IdeaAnswerPart } from '#app/domains/circle/ui/decision-panel.tsx';
import { getEvidence } from '#app/domains/proposals/get-evidence.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { canBuildProposal, canSeeProposal, isPublic } from '#app/domains/proposals/policy.ts';
import { daysLate } from '#app/domains/proposals/rules.ts';
import { ProposalHead, ProposalNotices } from '#app/domains/proposals/ui/proposal-head.tsx';
import { ProposalRoad } from '#app/domains/proposals/ui/proposal-road.tsx';
import { ProposalAside, ProposalText } from '#app/domains/proposals/ui/proposal-text.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const proposal = await getProposal(visit.db, params['id'], visit.locale);
  authorize(canSeeProposal(visit.actor, proposal));
  const [evidence, decisions] = await Promise.all([
    getEvidence(
      visit.db,
      proposal.ideas.map((idea) => idea.id),
    ),
    findDecisionsOfProposals(visit.db, [proposal.id]),
  ]);
  return {
    title: proposal.title,
    proposal,
    evidence,
    decisions,
    late: proposal.isOverdue && proposal.dueAt ? daysLate(proposal.dueAt, now()) : 0,
    isPublic: isPublic(proposal.state),
    canBuild:
      !isPublic(proposal.state) && canBuildProposal(visit.actor, proposal.commitment.id).allowed,
  };
});

export default function ProposalPage() {
  const { proposal, evidence, decisions, late, isPublic, canBuild } =
    useLoaderData<typeof loader>();
  const c = useT('common');
  const answer = decisions.find((decision) => decision.decision !== 'aplazada');
  return (
    <article className="l-wrap">
      <ProposalHead
        proposal={proposal}
        supporters={evidence.supporters}
        decision={answer?.decision}
        canBuild={canBuild}
      />
      <ProposalNotices proposal={proposal} isPublic={isPublic} late={late} />
      <div className="l-end">
        <ProposalRoad
          proposal={proposal}
          answer={
            answer
              ? {
                  decision: answer.decision,
                  decidedAt: answer.decidedAt,
                  label: c(`decision.${answer.decision}`),
                  taken: takenIn(answer),
                  href: '#respuesta',
                }
              : null
          }
        />
      </div>
      <div className="l-rail l-gap">
        <div className="l-stack l-stack--wide">
          {decisions.map((decision, index) => (
            <DecisionPanel
              key={decision.id}
              id={index === 0 ? 'respuesta' : undefined}
              decision={decision}
            />
          ))}
          <ProposalText
            proposal={proposal}
            answerOf={
              answer ? (ideaId) => <IdeaAnswerPart decision={answer} ideaId={ideaId} /> : undefined
            }
          />
        </div>
        <ProposalAside evidence={evidence} commitmentSlug={proposal.commitment.slug} />
      </div>
    </article>
  );
}
