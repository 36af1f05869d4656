import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listIdeas } from '#app/domains/ideas/list-ideas.server.ts';
import { IdeaCard } from '#app/domains/ideas/ui/idea-card.tsx';
import { nextReportDue } from '#app/domains/monitoring/rules.ts';
import { ComingList } from '#app/domains/monitoring/ui/coming-list.tsx';
import { CommitmentTracks } from '#app/domains/monitoring/ui/commitment-tracks.tsx';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { listMilestones } from '#app/domains/plan/list-milestones.server.ts';
import { PlanEmpty } from '#app/domains/plan/ui/plan-empty.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const { db, locale } = visit;
  const reached = (step: 'en_el_compromiso' | 'cumplida') =>
    listIdeas(db, { step, order: 'recientes' }, { seed: 0, limit: 10 });
  const [plan, milestones, fulfilled, adopted] = await Promise.all([
    findActivePlan(db, locale),
    listMilestones(db, locale),
    reached('cumplida'),
    reached('en_el_compromiso'),
  ]);
  return {
    title: visit.t('monitoring')('page.title'),
    now: now(),
    plan,
    milestones,
    fulfilled: fulfilled.items,
    adopted: adopted.items,
  };
});

export default function Progress() {
  const { now, plan, milestones, fulfilled, adopted } = useLoaderData<typeof loader>();
  const t = useT('monitoring');
  const f = useFormat();
  const report = nextReportDue(now);
  const total = [...milestones.values()].reduce((sum, each) => sum + each.length, 0);
  return (
    <div className="l-wrap">
      <PageHead
        title={plan ? t('page.heading', { count: total }) : t('page.title')}
        current={t('page.title')}
        lead={t('page.lead', { date: f.date(report.dueAt) })}
        action={
          <ButtonLink kind="go" size="big" href="/ideas">
            {t('page.action')}
          </ButtonLink>
        }
      />
      {plan ? (
        <>
          <section className="l-stack" aria-labelledby="seis">
            <h2 id="seis">{t('page.commitments')}</h2>
            <p>{t('page.commitments_lead')}</p>
            <CommitmentTracks commitments={plan.commitments} milestones={milestones} />
          </section>
          <div className="l-rail l-gap">
            <div className="l-stack l-stack--wide">
              {(
                [
                  ['cumplida', fulfilled],
                  ['en_el_compromiso', adopted],
                ] as const
              ).map(([step, ideas]) => (
                <section key={step} className="l-stack" aria-labelledby={step}>
                  <h2 id={step}>{t(`page.${step}.title`)}</h2>
                  {ideas.length > 0 ? (
                    <ul className="ideas">
                      {ideas.map((idea) => (
                        <IdeaCard key={idea.id} idea={idea} />
                      ))}
                    </ul>
                  ) : (
                    <p>{t(`page.${step}.none`)}</p>
                  )}
                </section>
              ))}
            </div>
            <div className="l-stick">
              <section className="side">
                <h2>{t('page.coming')}</h2>
                <ComingList phases={plan.phases} now={now} />
              </section>
              <section className="side">
                <h2>{t('page.reports.title')}</h2>
                <p className="u-small">{t('page.reports.text')}</p>
              </section>
              <section className="side">
                <h2>{t('page.control.title')}</h2>
                <p className="u-small">{t('page.control.text')}</p>
              </section>
            </div>
          </div>
        </>
      ) : (
        <PlanEmpty />
      )}
    </div>
  );
}
