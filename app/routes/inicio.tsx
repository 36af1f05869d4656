import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { AnswerList } from '#app/domains/monitoring/ui/answer-list.tsx';
import { recallIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { recallIdeasBySteps } from '#app/domains/ideas/count-ideas-by-step.server.ts';
import { CountRoad } from '#app/domains/monitoring/ui/count-road.tsx';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { getArchivedPlans } from '#app/domains/plan/get-archived-plans.server.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import { CommitmentCards } from '#app/domains/plan/ui/commitment-cards.tsx';
import { ComingList } from '#app/domains/monitoring/ui/coming-list.tsx';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import { PlanEmpty } from '#app/domains/plan/ui/plan-empty.tsx';
import { listMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import { NextMeetings } from '#app/domains/meetings/ui/next-meetings.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { HeroPicture } from '#app/ui/hero-picture.tsx';
import { Icon } from '#app/ui/icon.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const { db, locale } = visit;
  const [plan, archived, steps, ideas, decisions, meetings] = await Promise.all([
    findActivePlan(db, locale),
    getArchivedPlans(db, locale),
    recallIdeasBySteps(db),
    recallIdeasByCommitment(db),
    listDecisions(db, { limit: 3, locale }),
    listMeetings(db, {}, { order: 'coming', limit: 3 }),
  ]);
  const published = plan
    ? plan.commitments.reduce((sum, each) => sum + (ideas.get(each.id) ?? 0), 0)
    : 0;
  return {
    title: visit.t('pages')('home.title'),
    now: now(),
    plan,
    archived,
    steps,
    ideas,
    published,
    decisions,
    meetings: meetings.items,
  };
});

export default function Home() {
  const { plan, archived, steps, ideas, published, decisions, meetings, now } =
    useLoaderData<typeof loader>();
  const t = useT('pages');
  const f = useFormat();
  const takesIdeas = plan !== null && isOpen(phaseOf(plan, 'ideas'), now);
  return (
    <>
      <section className="hero">
        <div className="l-wrap hero__in">
          <div>
            <h1>{t('home.promise')}</h1>
            <p className="u-lead">{t('home.lead')}</p>
            <div className="l-row">
              {takesIdeas && (
                <ButtonLink kind="go" size="big" icon="pencil" href="/ideas/nueva">
                  {t('home.write')}
                </ButtonLink>
              )}
              <ButtonLink kind={takesIdeas ? 'quiet' : 'go'} href="/ideas">
                {t('home.read', { count: published })}
              </ButtonLink>
            </div>
          </div>
          <HeroPicture />
        </div>
      </section>

      <section className="l-band l-band--sunk" aria-labelledby="camino">
        <div className="l-wrap l-stack l-stack--wide">
          <div className="l-stack">
            <h2 id="camino">{t('home.road.title')}</h2>
            <p>{t('home.road.lead')}</p>
          </div>
          <CountRoad counts={steps} />
          <p className="u-small u-mute">
            {t('home.road.cut', { date: f.date(now) })}{' '}
            <a className="u-nowrap" href="/datos-abiertos">
              {t('home.road.data')}
            </a>
          </p>
        </div>
      </section>

      {plan && (
        <section className="l-band" aria-labelledby="compromisos">
          <div className="l-wrap l-stack l-stack--wide">
            <div className="l-stack">
              <h2 id="compromisos">
                {t('home.commitments.title', { count: plan.commitments.length })}
              </h2>
              <p>{t('home.commitments.lead')}</p>
            </div>
            <CommitmentCards items={plan.commitments} ideas={ideas} />
          </div>
        </section>
      )}

      <section className="l-band l-band--sunk" id="fases" aria-labelledby="fases-t">
        <div className="l-wrap l-stack l-stack--wide">
          <div className="l-stack">
            <h2 id="fases-t">{t('home.phases.title')}</h2>
            <p>{plan ? plan.summary : t('home.phases.none')}</p>
          </div>
          {plan ? <PhaseList phases={plan.phases} now={now} /> : <PlanEmpty />}
          {archived.map((past) => (
            <Fold key={past.id} summary={t('home.phases.past', { plan: past.title })}>
              <div className="l-stack l-end">
                <p>{past.summary}</p>
                <PhaseList phases={past.phases} now={now} />
              </div>
            </Fold>
          ))}
        </div>
      </section>

      <section className="l-wrap l-rail l-gap" aria-label={t('home.answers.label')}>
        <div className="l-stack l-stack--wide">
          <h2>{t('home.answers.title')}</h2>
          {decisions.length > 0 ? (
            <AnswerList items={decisions} />
          ) : (
            <EmptyState
              level="h3"
              title={t('home.answers.none.title')}
              text={t('home.answers.none.text')}
            />
          )}
          <p>
            <a className="more" href="/circulo">
              {t('home.answers.more')} <Icon name="arrow" />
            </a>
          </p>
        </div>
        <div className="l-stack l-stack--wide">
          <div className="side">
            <h2>{t('home.coming.title')}</h2>
            {plan && <ComingList phases={plan.phases} now={now} />}
          </div>
          <div className="side">
            <h2>{t('home.workshops.title')}</h2>
            {meetings.length > 0 ? (
              <NextMeetings items={meetings} now={now} />
            ) : (
              <p>{t('home.workshops.text')}</p>
            )}
            <p>
              <a className="more" href="/talleres">
                {t('home.workshops.more')} <Icon name="arrow" />
              </a>
            </p>
          </div>
          <div className="side">
            <h2>{t('home.who.title')}</h2>
            <p>{t('home.who.text')}</p>
            <p>
              <a className="more" href="/inclusion">
                {t('home.who.more')} <Icon name="arrow" />
              </a>
            </p>
          </div>
        </div>
      </section>
    </>
  );
}
