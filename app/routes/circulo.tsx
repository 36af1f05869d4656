import { useLoaderData } from '@remix-run/react';
import { city } from '#app/platform/city/city.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import {
  countDecisionsByKind,
  listDecisionPage,
} from '#app/domains/circle/list-decisions.server.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { decisions as codes } from '#app/domains/circle/types.ts';
import { CircleAside, CirclePeople } from '#app/domains/circle/ui/circle-parts.tsx';
import { DecisionItem } from '#app/domains/circle/ui/decision-item.tsx';
import { countProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const before = url.searchParams.get('cursor');
  const [members, decisions, counts, proposals] = await Promise.all([
    listMembers(visit.db, visit.locale),
    listDecisionPage(visit.db, { limit: 10, before, locale: visit.locale }),
    countDecisionsByKind(visit.db),
    countProposals(visit.db),
  ]);
  return {
    title: visit.t('circle')('page.title'),
    members,
    decisions,
    counts,
    waiting: proposals.late,
    isFirst: before === null,
    manual: city().texts.circle_manual?.[visit.locale] ?? null,
  };
});

export default function CirclePage() {
  const { members, decisions, counts, waiting, isFirst, manual } = useLoaderData<typeof loader>();
  const t = useT('circle');
  const total = codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  return (
    <div className="l-wrap">
      <PageHead
        current={t('page.title')}
        title={t('page.heading', { count: total })}
        lead={t('page.lead')}
      />
      {waiting > 0 && (
        <Notice kind="bad" title={t('page.late', { count: waiting })}>
          <a href="/propuestas">{t('page.late.see', { count: waiting })}</a>
        </Notice>
      )}
      <div className="l-rail l-gap">
        <section className="l-stack l-stack--wide" aria-labelledby="decisiones">
          <h2 id="decisiones">{t('page.decisions')}</h2>
          {decisions.items.length === 0 && <p>{t('page.no_decisions')}</p>}
          {decisions.items.map((item) => (
            <DecisionItem key={item.id} item={item} />
          ))}
          <Pager
            next={decisions.next && `/circulo?cursor=${decisions.next}`}
            previous={isFirst ? null : '/circulo'}
          />
        </section>
        <CircleAside counts={counts} />
      </div>
      <CirclePeople members={members} />
      {manual && (
        <section className="l-stack l-gap" aria-labelledby="manual">
          <h2 id="manual">{t('page.manual')}</h2>
          <Prose text={manual} />
        </section>
      )}
    </div>
  );
}
