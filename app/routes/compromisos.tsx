import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { getArchivedPlans } from '#app/domains/plan/get-archived-plans.server.ts';
import { CommitmentCards } from '#app/domains/plan/ui/commitment-cards.tsx';
import { PlanEmpty } from '#app/domains/plan/ui/plan-empty.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const { db, locale } = visit;
  const [plan, archived, ideas] = await Promise.all([
    findActivePlan(db, locale),
    getArchivedPlans(db, locale),
    recallIdeasByCommitment(db),
  ]);
  return { title: visit.t('plan')('list.title'), plan, archived, ideas };
});

export default function Commitments() {
  const { plan, archived, ideas } = useLoaderData<typeof loader>();
  const t = useT('plan');
  return (
    <div className="l-wrap">
      <PageHead
        title={plan ? t('list.heading', { count: plan.commitments.length }) : t('list.title')}
        current={t('list.title')}
        lead={plan?.summary ?? t('list.lead')}
      />
      <div className="l-stack l-stack--wide">
        {plan ? (
          <section className="l-stack" aria-labelledby="plan">
            <h2 id="plan">{plan.title}</h2>
            <CommitmentCards items={plan.commitments} ideas={ideas} />
          </section>
        ) : (
          <PlanEmpty />
        )}
        {archived.map((past) => (
          <Fold key={past.id} summary={t('list.past', { plan: past.title })}>
            <div className="l-stack l-end">
              <p>{past.summary}</p>
              <CommitmentCards items={past.commitments} />
            </div>
          </Fold>
        ))}
      </div>
    </div>
  );
}
