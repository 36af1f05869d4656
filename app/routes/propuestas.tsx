import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findStandingDecisions } from '#app/domains/circle/find-decisions-of-proposals.server.ts';
import { instantOf } from '#app/domains/circle/rules.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { countProposals, listProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { PublicFilters } from '#app/domains/proposals/schema.ts';
import { ProposalCard } from '#app/domains/proposals/ui/proposal-card.tsx';
import {
  addressOfProposals,
  ProposalFilters,
} from '#app/domains/proposals/ui/proposal-filters.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const filters = PublicFilters.parse(Object.fromEntries(url.searchParams));
  const cursor = url.searchParams.get('cursor');
  const [proposals, counts, commitments] = await Promise.all([
    listProposals(visit.db, { ...filters, limit: 20, cursor }, visit.locale),
    countProposals(visit.db),
    listCommitments(visit.db, visit.locale),
  ]);
  const decisions = await findStandingDecisions(
    visit.db,
    proposals.items.map((item) => item.id),
  );
  return {
    title: visit.t('proposals')('list.title'),
    filters,
    counts,
    next: proposals.next,
    isFirst: cursor === null,
    commitments: commitments.map(({ slug, number, shortTitle }) => ({ slug, number, shortTitle })),
    proposals: proposals.items.map((proposal) => {
      const standing = decisions.get(proposal.id);
      return {
        proposal,
        decision: standing?.decision,
        until: standing?.until ? instantOf(standing.until) : undefined,
      };
    }),
  };
});

export default function Proposals() {
  const { filters, counts, proposals, commitments, next, isFirst } = useLoaderData<typeof loader>();
  const t = useT('proposals');
  const isFiltered = Boolean(filters.commitmentSlug ?? filters.state);
  return (
    <div className="l-wrap">
      <PageHead
        current={t('list.title')}
        title={t('list.heading', { count: counts.total, decided: counts.decided })}
        lead={t('list.lead')}
      />
      {counts.late > 0 && isFirst && (
        <Notice kind="bad" title={t('list.late', { count: counts.late })}>
          {t('list.late.text', { count: counts.late })}
        </Notice>
      )}
      <ProposalFilters filters={filters} commitments={commitments} />
      <section aria-label={t('list.results')}>
        {proposals.length === 0 ? (
          <EmptyState
            level="h2"
            title={t(isFiltered ? 'list.empty.filtered' : 'list.empty.title')}
            text={t(isFiltered ? 'list.empty.filtered.text' : 'list.empty.text')}
            action={
              <ButtonLink href={isFiltered ? '/propuestas' : '/ideas'}>
                {t(isFiltered ? 'list.empty.all' : 'list.empty.ideas')}
              </ButtonLink>
            }
          />
        ) : (
          <ul className="l-grid">
            {proposals.map(({ proposal, decision, until }) => (
              <ProposalCard
                key={proposal.id}
                level="h2"
                proposal={proposal}
                decision={decision}
                until={until}
              />
            ))}
          </ul>
        )}
      </section>
      <Pager
        next={next ? addressOfProposals(filters, next) : null}
        previous={isFirst ? null : addressOfProposals(filters)}
      />
    </div>
  );
}
