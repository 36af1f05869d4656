import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { recallIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { listIdeas, recallCount, visitSeed } from '#app/domains/ideas/list-ideas.server.ts';
import { ListFilters } from '#app/domains/ideas/schema.ts';
import { ideaOrders } from '#app/domains/ideas/types.ts';
import { IdeaCard } from '#app/domains/ideas/ui/idea-card.tsx';
import { IdeaFilters } from '#app/domains/ideas/ui/idea-filters.tsx';
import { recallCommitments, recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import { listSupported } from '#app/domains/votes/list-supported.server.ts';
import { SupportButton } from '#app/domains/votes/ui/support-button.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Icon } from '#app/ui/icon.tsx';
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

type Filters = ReturnType<typeof ListFilters.parse>;

/** The list's address with some filters changed; empty ones and the default order are left out. */
function hrefOf(
  filters: Filters,
  change: Partial<Record<keyof Filters | 'cursor', string | undefined>>,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...change })) {
    if (value && !(name === 'orden' && value === 'recientes')) params.set(name, value);
  }
  const query = params.toString();
  return query ? `/ideas?${query}` : '/ideas';
}

export default function Ideas() {
  const { filters, total, ideas, next, first, commitments, localities } =
    useLoaderData<typeof loader>();
  const t = useT('ideas');
  const c = useT('common');
  const f = useFormat();
  const chips = [
    { name: 'q' as const, label: filters.q ? `«${filters.q}»` : undefined },
    {
      name: 'compromiso' as const,
      label:
        commitments.find((item) => item.slug === filters.compromiso)?.shortTitle ??
        filters.compromiso,
    },
    {
      name: 'localidad' as const,
      label: localities.find((item) => item.code === filters.localidad)?.name,
    },
    { name: 'estado' as const, label: filters.estado && c(`road.step.${filters.estado}`) },
  ].filter((chip) => chip.label);
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
          <IdeaFilters
            q={filters.q ?? ''}
            compromiso={filters.compromiso ?? ''}
            localidad={filters.localidad ?? ''}
            estado={filters.estado ?? ''}
            orden={filters.orden}
            commitments={commitments}
            localities={localities}
          />
          {chips.length > 0 && (
            <div className="l-row">
              {chips.map((chip) => (
                <a
                  key={chip.name}
                  className="chip"
                  href={hrefOf(filters, { [chip.name]: undefined })}
                >
                  <Icon name="close" />
                  {chip.label}
                  <span className="u-sr">{t('list.remove_filter')}</span>
                </a>
              ))}
            </div>
          )}
          <Tabs
            label={t('list.order')}
            items={ideaOrders.map((orden) => ({
              href: hrefOf(filters, { orden }),
              label: t(`list.order.${orden}`),
              current: filters.orden === orden,
            }))}
          />
          <h2 className="u-sr">{t('list.results')}</h2>
          {ideas.length === 0 ? (
            <div className="l-gap">
              <EmptyState
                level="h3"
                title={
                  filters.q ? t('list.empty.words', { words: filters.q }) : t('list.empty.title')
                }
                text={t('list.empty.text')}
                action={
                  <div className="l-row l-row--center">
                    <ButtonLink kind="go" icon="pencil" href="/ideas/nueva">
                      {t('list.write')}
                    </ButtonLink>
                    <ButtonLink href="/ideas">{t('list.empty.all')}</ButtonLink>
                  </div>
                }
              />
            </div>
          ) : (
            <ul className="ideas">
              {ideas.map((idea) => (
                <IdeaCard
                  key={idea.id}
                  idea={idea}
                  support={
                    <SupportButton ideaId={idea.id} title={idea.title} supported={idea.supported} />
                  }
                />
              ))}
            </ul>
          )}
          <Pager
            next={next ? hrefOf(filters, { cursor: next }) : null}
            previous={first ? null : hrefOf(filters, {})}
          />
          {filters.compromiso && (
            <p className="u-small">
              <a href={`/compromisos/${filters.compromiso}/ideas.atom`}>{t('list.feed')}</a>
            </p>
          )}
        </div>
        <div className="l-stick">
          <section className="side" aria-labelledby="por-compromiso">
            <h2 id="por-compromiso">{t('list.by_commitment')}</h2>
            <ul className="list">
              {commitments.map((item) => (
                <li key={item.slug}>
                  <a
                    href={hrefOf(filters, { compromiso: item.slug })}
                    aria-current={item.slug === filters.compromiso ? 'true' : undefined}
                  >
                    {item.shortTitle}
                  </a>
                  <span className="u-num">{f.number(item.ideas)}</span>
                </li>
              ))}
            </ul>
          </section>
          <section className="side" aria-labelledby="por-azar">
            <h2 id="por-azar">{t('list.why_random')}</h2>
            <p className="u-small u-mute">{t('list.random_note')}</p>
          </section>
        </div>
      </div>
    </div>
  );
}
