import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { countIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { AnswerList } from '#app/domains/monitoring/ui/answer-list.tsx';
import { getCommitment } from '#app/domains/plan/get-commitment.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import { CommitmentSide } from '#app/domains/plan/ui/commitment-side.tsx';
import { CommitmentTexts } from '#app/domains/plan/ui/commitment-texts.tsx';
import { listEndings } from '#app/domains/proposals/archive-plan.server.ts';
import { listProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { Endings } from '#app/domains/proposals/ui/endings.tsx';
import { ProposalCard } from '#app/domains/proposals/ui/proposal-card.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

/** The title, and where feed readers find the commitment's new ideas. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  ...titleOf({ data, error }),
  ...feedOf(data?.commitment.slug),
];

function feedOf(slug: string | undefined) {
  if (!slug) return [];
  const href = `/compromisos/${slug}/ideas.atom`;
  return [{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href }];
}

export const loader = page(async ({ visit, params }) => {
  const { db, locale } = visit;
  const commitment = await getCommitment(db, params.slug ?? '', locale);
  const [phases, ideas, proposals, decisions, endings] = await Promise.all([
    getPhases(db, locale),
    countIdeasByCommitment(db),
    listProposals(db, { commitmentSlug: commitment.slug, limit: 10 }, locale),
    listDecisions(db, { limit: 5, locale, commitmentIds: [commitment.id] }),
    listEndings(db, commitment.id),
  ]);
  const takesIdeas = commitment.plan.state === 'active' && isOpen(phaseOf(phases, 'ideas'), now());
  return {
    title: commitment.title,
    commitment,
    takesIdeas,
    ideas: ideas.get(commitment.id) ?? 0,
    proposals: proposals.items,
    decisions,
    endings,
  };
});

export default function Commitment() {
  const { commitment, takesIdeas, ideas, proposals, decisions, endings } =
    useLoaderData<typeof loader>();
  const t = useT('plan');
  return (
    <div className="l-wrap">
      <PageHead
        title={commitment.title}
        crumbs={[{ href: '/compromisos', label: t('list.title') }]}
        current={commitment.shortTitle}
        lead={t('detail.number', { number: commitment.number })}
        action={
          takesIdeas ? (
            <ButtonLink
              kind="go"
              size="big"
              icon="pencil"
              href={`/ideas/nueva?compromiso=${commitment.slug}`}
            >
              {t('detail.write')}
            </ButtonLink>
          ) : undefined
        }
      />
      {commitment.plan.state === 'archived' && (
        <Notice kind="info" title={t('detail.archived.title')}>
          {t('detail.archived.text', { plan: commitment.plan.title })}
        </Notice>
      )}
      <div className="l-rail">
        <div className="l-stack l-stack--wide">
          <CommitmentTexts commitment={commitment} />
          <section className="l-stack" aria-labelledby="respuestas">
            <h2 id="respuestas">{t('detail.answers.title')}</h2>
            {decisions.length > 0 ? (
              <AnswerList items={decisions} />
            ) : (
              <p>{t('detail.answers.none')}</p>
            )}
          </section>
          <section className="l-stack" aria-labelledby="propuestas">
            <h2 id="propuestas">{t('detail.proposals.title')}</h2>
            {proposals.length > 0 ? (
              <ul className="l-grid">
                {proposals.map((proposal) => (
                  <ProposalCard key={proposal.id} proposal={proposal} />
                ))}
              </ul>
            ) : (
              <p>{t('detail.proposals.none')}</p>
            )}
          </section>
          <Endings endings={endings} />
        </div>
        <div className="l-stick">
          <CommitmentSide commitment={commitment} ideas={ideas} />
        </div>
      </div>
    </div>
  );
}
