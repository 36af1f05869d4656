import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { listDesk } from '#app/domains/circle/list-desk.server.ts';
import { listSharedDraws } from '#app/domains/draw/get-draw.server.ts';
import { SharedDraws } from '#app/domains/draw/ui/secret-forms.tsx';
import { DecisionBadge } from '#app/domains/circle/ui/decision-badge.tsx';
import type { ProposalSummary } from '#app/domains/proposals/types.ts';
import { ProposalCard } from '#app/domains/proposals/ui/proposal-card.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('circulo', 'monitoreo', 'coordinacion');
  const [desk, draws, decided] = await Promise.all([
    listDesk(visit.db, actor, visit.locale),
    listSharedDraws(visit.db),
    listDecisions(visit.db, { limit: 10, locale: visit.locale }),
  ]);
  return { title: visit.t('circle')('desk.title'), ...desk, draws, decided };
});

/** Proposals that wait, each with its way to the table. */
function Waiting({ items }: { items: ProposalSummary[] }) {
  return (
    <ul className="l-grid">
      {items.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} href={`/circulo/mesa/${proposal.id}`} />
      ))}
    </ul>
  );
}

export default function CircleDesk() {
  const { own, others, isMember, draws, decided } = useLoaderData<typeof loader>();
  const t = useT('circle');
  const w = useT('groups');
  const late = own.filter((proposal) => proposal.isOverdue).length;
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[{ href: '/circulo', label: t('page.title') }]}
        current={t('desk.title')}
        title={t('mesa.heading', { count: isMember ? own.length : others.length })}
        lead={late > 0 ? t('mesa.late', { count: late }) : t('mesa.lead')}
        action={
          isMember && (
            <ButtonLink icon="people" href="/circulo/convocar">
              {w('call.circle.link')}
            </ButtonLink>
          )
        }
      />
      {isMember && <SharedDraws draws={draws} />}
      {isMember && (
        <section className="l-stack" aria-labelledby="propias">
          <h2 id="propias">{t('mesa.own')}</h2>
          {own.length > 0 ? <Waiting items={own} /> : <p>{t('mesa.own.none')}</p>}
        </section>
      )}
      <section className="l-stack l-gap" aria-labelledby="otras">
        <h2 id="otras">{t(isMember ? 'mesa.others' : 'mesa.everything')}</h2>
        {others.length > 0 ? <Waiting items={others} /> : <p>{t('mesa.others.none')}</p>}
      </section>
      <section className="l-stack l-gap" aria-labelledby="decididas">
        <h2 id="decididas">{t('mesa.decided')}</h2>
        {decided.length === 0 && <p>{t('page.no_decisions')}</p>}
        <ul className="list">
          {decided.map((item) => (
            <li key={item.id}>
              <a href={`/circulo/mesa/${item.proposalId}`} lang={item.titleLang}>
                {item.title}
              </a>
              <DecisionBadge decision={item.decision} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
