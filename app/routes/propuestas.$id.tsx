import { useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { findDecisionsOfProposals } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { takenIn } from '#app/domains/circle/rules.ts';
import { DecisionPanel, IdeaAnswerPart } from '#app/domains/circle/ui/decision-panel.tsx';
import { getEvidence } from '#app/domains/proposals/get-evidence.server.ts';
import { getProposal } from '#app/domains/proposals/get-proposal.server.ts';
import { canBuildProposal, canSeeProposal, isPublic } from '#app/domains/proposals/policy.ts';
import { daysLate } from '#app/domains/proposals/rules.ts';
import { CarriedIdeas } from '#app/domains/proposals/ui/carried-ideas.tsx';
import { EvidencePart } from '#app/domains/proposals/ui/evidence.tsx';
import { ProposalBadge } from '#app/domains/proposals/ui/proposal-badge.tsx';
import { ProposalRoad } from '#app/domains/proposals/ui/proposal-road.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Meta } from '#app/ui/meta.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';

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
  const t = useT('proposals');
  const c = useT('common');
  const f = useFormat();
  const answer = decisions.find((decision) => decision.decision !== 'aplazada');
  const { lang } = proposal;
  return (
    <article className="l-wrap">
      <PageHead
        crumbs={[{ href: '/propuestas', label: t('list.title') }]}
        current={t('card.number', { number: proposal.number })}
        above={
          <>
            <ProposalBadge
              state={proposal.state}
              isOverdue={proposal.isOverdue}
              decision={answer?.decision}
            />
            <a className="tag" href={`/compromisos/${proposal.commitment.slug}`}>
              {t('commitment', {
                number: proposal.commitment.number,
                title: proposal.commitment.shortTitle,
              })}
            </a>
          </>
        }
        title={proposal.title}
        lang={lang}
        meta={
          <Meta
            items={[
              { key: 'ideas', icon: 'spark', text: t('ideas', { count: proposal.ideas.length }) },
              {
                key: 'supporters',
                icon: 'hand',
                text: t('supporters', { count: evidence.supporters }),
              },
              ...(proposal.sentAt
                ? [
                    {
                      key: 'sent',
                      icon: 'calendar' as const,
                      text: t('detail.sent', { date: f.date(proposal.sentAt) }),
                    },
                  ]
                : []),
            ]}
          />
        }
        action={
          canBuild ? (
            <ButtonLink kind="go" icon="pencil" href={`/moderacion/propuestas/${proposal.id}`}>
              {t('detail.edit')}
            </ButtonLink>
          ) : undefined
        }
      />
      {!isPublic && (
        <Notice icon="lock" title={t('detail.draft')}>
          {t('detail.draft.text')}
        </Notice>
      )}
      {proposal.isOverdue && proposal.dueAt && (
        <Notice kind="bad" title={t('detail.overdue', { date: f.date(proposal.dueAt) })}>
          {t('detail.overdue.days', { count: late })}
        </Notice>
      )}
      {proposal.state === 'enviada' && !proposal.isOverdue && proposal.dueAt && (
        <Notice kind="sun" title={t('detail.due', { date: f.date(proposal.dueAt) })} />
      )}
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
          <section className="l-stack l-stack--tight" aria-labelledby="problema">
            <h2 id="problema">{t('detail.problem')}</h2>
            <Prose text={proposal.problem} lang={lang} />
          </section>
          <section className="l-stack l-stack--tight" aria-labelledby="propuesta">
            <h2 id="propuesta">{t('detail.proposal')}</h2>
            <Prose text={proposal.body} lang={lang} />
          </section>
          <section className="l-stack" aria-labelledby="ideas">
            <h2 id="ideas">{t('detail.ideas')}</h2>
            <CarriedIdeas
              ideas={proposal.ideas}
              lang={lang}
              answerOf={
                answer
                  ? (ideaId) => <IdeaAnswerPart decision={answer} ideaId={ideaId} />
                  : undefined
              }
            />
          </section>
        </div>
        <div className="l-stack">
          <section className="side l-stack l-stack--tight">
            <h2>{t('detail.evidence')}</h2>
            <EvidencePart evidence={evidence} />
          </section>
          <section className="side u-screen">
            <h2>{t('detail.more')}</h2>
            <ul className="list">
              <li>
                <a href="/circulo">{t('detail.circle')}</a>
              </li>
              <li>
                <a href={`/propuestas?compromiso=${proposal.commitment.slug}`}>
                  {t('detail.same_commitment')}
                </a>
              </li>
            </ul>
          </section>
        </div>
      </div>
    </article>
  );
}
