import { useLoaderData } from '@remix-run/react';
import { scopesOf } from '#app/kernel/actor.ts';
import { recordOf } from '#app/kernel/record.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listDossiers } from '#app/domains/proposals/list-proposals.server.ts';
import { proposalStates } from '#app/domains/proposals/types.ts';
import { ProposalCard } from '#app/domains/proposals/ui/proposal-card.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const actor = visit.requireRole('moderacion');
  const state =
    proposalStates.find((each) => each === url.searchParams.get('estado')) ?? 'borrador';
  const { items, counts } = await listDossiers(
    visit.db,
    scopesOf(actor, 'moderacion'),
    state,
    visit.locale,
  );
  return {
    title: visit.t('proposals')('desk.title'),
    state,
    items,
    counts: recordOf(proposalStates, (each) => counts.get(each) ?? 0),
  };
});

export default function ProposalDesk() {
  const { state, items, counts } = useLoaderData<typeof loader>();
  const t = useT('proposals');
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/moderacion', label: t('desk.moderation') }]}
        current={t('desk.title')}
        title={t('desk.heading')}
        lead={t('desk.lead')}
        action={
          <ButtonLink kind="go" size="big" icon="plus" href="/moderacion/propuestas/nueva">
            {t('desk.new')}
          </ButtonLink>
        }
      />
      <Tabs
        label={t('desk.tabs')}
        items={proposalStates.map((each) => ({
          href: `/moderacion/propuestas?estado=${each}`,
          label: t(`state.${each}`),
          count: counts[each],
          current: each === state,
        }))}
      />
      <h2 className="u-sr">{t(`state.${state}`)}</h2>
      {items.length === 0 ? (
        <div className="l-gap">
          <EmptyState level="h3" title={t('desk.empty.title')} text={t('desk.empty.text')} />
        </div>
      ) : (
        <ul className="l-grid l-gap">
          {items.map((proposal) => (
            <ProposalCard
              key={proposal.id}
              proposal={proposal}
              href={
                proposal.sentAt
                  ? `/propuestas/${proposal.id}`
                  : `/moderacion/propuestas/${proposal.id}`
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}
