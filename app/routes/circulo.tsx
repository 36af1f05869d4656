import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import {
  countDecisionsByKind,
  listDecisionPage,
} from '#app/domains/circle/list-decisions.server.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { sumVotes } from '#app/domains/circle/rules.ts';
import { decisions as codes, sectors, type DecisionSummary } from '#app/domains/circle/types.ts';
import { DecisionBadge } from '#app/domains/circle/ui/decision-badge.tsx';
import { SectorMembers } from '#app/domains/circle/ui/members.tsx';
import { daysToAnswer } from '#app/domains/proposals/rules.ts';
import { countProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Prose } from '#app/ui/prose.tsx';

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
  };
});

/** One decision: what, on which proposal, why, with how many votes. */
function DecisionItem({ item }: { item: DecisionSummary }) {
  const t = useT('circle');
  const f = useFormat();
  const { a_favor, en_contra, abstencion } = sumVotes(item.votes);
  return (
    <article
      className={`answer l-stack l-stack--tight${item.decision.startsWith('adoptada') ? '' : ' answer--no'}`}
    >
      <div className="l-row">
        <DecisionBadge decision={item.decision} />
        <a className="tag" href={`/compromisos/${item.commitment.slug}`}>
          {item.commitment.shortTitle}
        </a>
        <time className="u-small" dateTime={item.decidedAt.toISOString()}>
          {f.date(item.decidedAt)}
        </time>
      </div>
      <h3 className="answer__what">
        <a href={`/propuestas/${item.proposalId}`} lang={item.titleLang}>
          {item.title}
        </a>
      </h3>
      <Prose text={item.reasons} lang={item.lang} />
      <p className="u-small">
        {t('votes.sentence', { in_favour: a_favor, against: en_contra, abstained: abstencion })}
      </p>
    </article>
  );
}

export default function CirclePage() {
  const { members, decisions, counts, waiting, isFirst } = useLoaderData<typeof loader>();
  const t = useT('circle');
  const c = useT('common');
  const f = useFormat();
  const bySector = sectors.map((sector) => ({
    sector,
    members: members.filter((member) => member.sector === sector),
  }));
  const total = codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  const isEven = bySector[0]!.members.length === bySector[1]!.members.length;
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
        <div className="l-stack">
          <section className="side">
            <h2>{t('page.counts')}</h2>
            <Facts
              items={codes.map((code) => ({
                key: code,
                term: c(`decision.${code}`),
                value: f.number(counts[code] ?? 0),
              }))}
            />
          </section>
          <section className="side l-stack l-stack--tight">
            <h2>{t('page.how')}</h2>
            <p>{t('quorum.rule')}</p>
            <p>{t('majority.rule')}</p>
            <p>{t('page.recusal')}</p>
            <p>{t('page.answer_time', { days: daysToAnswer })}</p>
          </section>
        </div>
      </div>
      <section className="l-stack l-gap" aria-labelledby="personas">
        <h2 id="personas">{t('page.people')}</h2>
        <p>
          {t(isEven ? 'page.parity' : 'page.no_parity', {
            government: bySector[0]!.members.length,
            civil: bySector[1]!.members.length,
          })}
        </p>
        <div className="l-grid">
          {bySector.map((half) => (
            <SectorMembers key={half.sector} {...half} />
          ))}
        </div>
      </section>
    </div>
  );
}
