import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { listDeadJobs } from '#app/platform/jobs/count-jobs.server.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { getModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { daysLeft, phaseState } from '#app/domains/plan/rules.ts';
import { countProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { coordinationLinks } from '#app/domains/plan/ui/coordination-nav.tsx';

export const meta = titleOf;

const soon = 30 * 86_400_000;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { db, locale } = visit;
  const at = now();
  const [plan, grants, figures, proposals, dead] = await Promise.all([
    findActivePlan(db, locale),
    listGrants(db),
    getModerationFigures(db, at, locale),
    countProposals(db),
    listDeadJobs(db),
  ]);
  const ending = grants.filter(
    (grant) =>
      grant.state === 'vigente' && grant.endsAt && grant.endsAt.getTime() - at.getTime() < soon,
  );
  return {
    title: visit.t('coordination')('home.title'),
    now: at,
    plan,
    ending,
    held: grants.filter((grant) => grant.state === 'vigente').length,
    figures,
    proposals,
    dead,
  };
});

export default function Coordination() {
  const { now, plan, ending, held, figures, proposals, dead } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const c = useT('common');
  const f = useFormat();
  const late = figures.overdue + proposals.late;
  return (
    <div className="l-wrap">
      <PageHead
        title={late > 0 ? t('home.heading.late', { count: late }) : t('home.heading.fine')}
        current={t('home.title')}
        lead={t('home.lead')}
      />
      <div className="l-stack l-stack--wide">
        {figures.overdue > 0 && (
          <Notice kind="bad" title={t('home.queue.late', { count: figures.overdue })}>
            <a href="/moderacion">{t('home.queue.see')}</a>
          </Notice>
        )}
        {proposals.late > 0 && (
          <Notice kind="bad" title={t('home.circle.late', { count: proposals.late })}>
            <a href="/propuestas">{t('home.circle.see')}</a>
          </Notice>
        )}
        {dead.length > 0 && (
          <Notice
            kind="bad"
            title={t('home.jobs.dead', { count: dead.reduce((sum, job) => sum + job.count, 0) })}
          >
            {t('home.jobs.text')}{' '}
            {dead
              .map((job) =>
                t('home.jobs.line', {
                  name: job.name,
                  number: job.count,
                  date: f.date(job.lastAt, 'moment'),
                }),
              )
              .join(' · ')}
          </Notice>
        )}
        <h2 className="u-sr">{t('nav.label')}</h2>
        <ul className="l-grid">
          {coordinationLinks.map((key) => (
            <li key={key} className="card">
              <h3>
                <a className="card__link" href={`/coordinacion/${key}`}>
                  {t(`nav.${key}`)}
                </a>
              </h3>
              <p>{t(`nav.${key}.text`)}</p>
            </li>
          ))}
        </ul>
        <div className="l-grid">
          <div>
            <section className="side" aria-labelledby="fases">
              <h2 id="fases">{t('home.phases')}</h2>
              {plan ? (
                <ul className="list">
                  {plan.phases.map((phase) => {
                    const state = phaseState(phase, now);
                    return (
                      <li key={phase.id}>
                        <a href={`/coordinacion/fases/${phase.id}`}>{phase.name}</a>
                        <span>
                          <Badge
                            kind={state === 'open' ? 'now' : state === 'next' ? 'dash' : 'dark'}
                          >
                            {t(`phase.${state}`, { count: daysLeft(phase, now) })}
                          </Badge>
                        </span>
                      </li>
                    );
                  })}
                </ul>
              ) : (
                <p>
                  {t('home.phases.none')}{' '}
                  <a className="more" href="/coordinacion/plan">
                    {t('home.phases.begin')} <Icon name="arrow" />
                  </a>
                </p>
              )}
            </section>
          </div>
          <div>
            <section className="side" aria-labelledby="papeles">
              <h2 id="papeles">{t('home.grants', { count: held })}</h2>
              {ending.length > 0 ? (
                <ul className="list">
                  {ending.map((grant) => (
                    <li key={grant.id}>
                      <span>
                        {t('home.grant', { name: grant.name, role: c(`role.${grant.role}`) })}
                      </span>
                      <span>{grant.endsAt && f.date(grant.endsAt, 'short')}</span>
                    </li>
                  ))}
                </ul>
              ) : (
                <p>{t('home.grants.none')}</p>
              )}
            </section>
          </div>
          <div>
            <section className="side" aria-labelledby="cola">
              <h2 id="cola">{t('home.queue.title')}</h2>
              <p>
                <a href="/moderacion">
                  {t('home.queue.waiting', { count: figures.waiting.nuevas })}
                </a>
              </p>
              <p>
                <a href="/propuestas">
                  {t('home.circle.waiting', { count: proposals.total - proposals.decided })}
                </a>
              </p>
            </section>
          </div>
        </div>
      </div>
    </div>
  );
}
