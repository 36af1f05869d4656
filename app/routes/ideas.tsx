import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { listIdeas, recallCount, visitSeed } from '#app/domains/ideas/list-ideas.server.ts';
import { suggestSearch } from '#app/domains/ideas/suggest-search.server.ts';
import { ListFilters } from '#app/domains/ideas/schema.ts';
import { ideaOrders } from '#app/domains/ideas/types.ts';
import { IdeaCard } from '#app/domains/ideas/ui/idea-card.tsx';
import { FilterChips, useFilterChips } from '#app/domains/ideas/ui/filter-chips.tsx';
import { IdeaFilters } from '#app/domains/ideas/ui/idea-filters.tsx';
import { addressOfList } from '#app/domains/ideas/ui/list-address.ts';
import { ListAside } from '#app/domains/ideas/ui/list-aside.tsx';
import { NothingFound } from '#app/domains/ideas/ui/nothing-found.tsx';
import { recallCommitments, recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { listSupported } from '#app/domains/votes/list-supported.server.ts';
import { SupportButton } from '#app/domains/votes/ui/support-button.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Tabs } from '#app/ui/tabs.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const filters = ListFilters.parse(Object.fromEntries(url.searchParams));
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const seed = visitSeed(visit.device, now().toISOString().slice(0, 10));
  const [ideas, total, counts, commitments, localities] = await Promise.all([
    listIdeas(visit.db, filters, { seed, cursor }),
    recallCount(visit.db, filters),
    recallIdeasByCommitment(visit.db),
    recallCommitments(visit.db, visit.locale),
    recallLocalities(visit.db),
  ]);
  const supported = visit.actor?.personId
    ? await listSupported(
        visit.db,
        visit.actor.personId,
        ideas.items.map((idea) => idea.id),
      )
    : new Set<string>();
  return {
    title: visit.t('ideas')('list.title'),
    filters,
    total,
    instead: filters.text && total === 0 ? await suggestSearch(visit.db, filters.text) : null,
    next: ideas.next,
    first: cursor === undefined,
    ideas: ideas.items.map((idea) => ({ ...idea, supported: supported.has(idea.id) })),
    commitments: commitments.map(({ id, slug, number, shortTitle }) => ({
      slug,
      number,
      shortTitle,
      ideas: counts.get(id) ?? 0,
    })),
    localities: localities.map(({ code, name }) => ({ code, name })),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Ideas() {
  const loaded = useLoaderData<typeof loader>();
  const { filters, total, ideas, next, first, commitments, localities, instead } = loaded;
  const t = useT('ideas');
  const chips = useFilterChips(filters, commitments, localities);
  return (
    <div className="l-wrap">
      <PageHead
        current={t('list.crumb')}
        title={
          chips.length > 0 ? t('list.found', { count: total }) : t('list.heading', { count: total })
        }
        lead={t('list.lead')}
        action={
          <ButtonLink kind="go" size="big" icon="pencil" href="/ideas/nueva">
            {t('list.write')}
          </ButtonLink>
        }
      />
      <div className="l-rail">
        <div>
          <IdeaFilters filters={filters} commitments={commitments} localities={localities} />
          <FilterChips filters={filters} chips={chips} />
          <Tabs
            label={t('list.order')}
            items={ideaOrders.map((order) => ({
              href: addressOfList({ ...filters, order }),
              label: t(`list.order.${order}`),
              current: filters.order === order,
            }))}
          />
          <h2 className="u-sr">{t('list.results')}</h2>
          {ideas.length === 0 ? (
            <NothingFound filters={filters} filtered={chips.length > 0} instead={instead} />
          ) : (
            <Results {...loaded} />
          )}
          <Pager
            next={next ? addressOfList(filters, next) : null}
            previous={first ? null : addressOfList(filters)}
          />
          {filters.commitmentSlug && (
            <p className="u-small">
              <a href={`/compromisos/${filters.commitmentSlug}/ideas.atom`}>{t('list.feed')}</a>
            </p>
          )}
        </div>
        <ListAside filters={filters} commitments={commitments} />
      </div>
    </div>
  );
}

function Results({ ideas }: Loaded) {
  return (
    <ul className="ideas">
      {ideas.map((idea) => (
        <IdeaCard
          key={idea.id}
          idea={idea}
          support={<SupportButton ideaId={idea.id} title={idea.title} supported={idea.supported} />}
        />
      ))}
    </ul>
  );
}
