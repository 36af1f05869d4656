import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { city } from '#app/platform/city/city.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { AnswerList } from '#app/domains/monitoring/ui/answer-list.tsx';
import { recallIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { recallIdeasBySteps } from '#app/domains/ideas/count-ideas-by-step.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { getArchivedPlans } from '#app/domains/plan/get-archived-plans.server.ts';
import { isOpen, phaseOf } from '#app/domains/plan/rules.ts';
import {
  CommitmentsBand,
  HomeHero,
  PhasesBand,
  RoadBand,
} from '#app/domains/monitoring/ui/home-bands.tsx';
import { ComingList } from '#app/domains/monitoring/ui/coming-list.tsx';
import { listMeetings } from '#app/domains/meetings/list-meetings.server.ts';
import { NextMeetings } from '#app/domains/meetings/ui/next-meetings.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
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
    welcome: city().texts.welcome?.[locale] ?? null,
  };
});

export default function Home() {
  const { plan, archived, steps, ideas, published, decisions, meetings, welcome, now } =
    useLoaderData<typeof loader>();
  const t = useT('pages');
  const takesIdeas = plan !== null && isOpen(phaseOf(plan, 'ideas'), now);
  return (
    <>
      <HomeHero welcome={welcome} takesIdeas={takesIdeas} published={published} />
      <RoadBand steps={steps} now={now} />
      {plan && <CommitmentsBand commitments={plan.commitments} ideas={ideas} />}
      <PhasesBand plan={plan} archived={archived} now={now} />
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
