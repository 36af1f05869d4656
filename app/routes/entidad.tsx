import { useLoaderData } from '@remix-run/react';
import { hasRole, scopesOf } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listDecisions } from '#app/domains/circle/list-decisions.server.ts';
import { countIdeasByCommitment } from '#app/domains/ideas/count-ideas-by-commitment.server.ts';
import { nextReportDue } from '#app/domains/monitoring/rules.ts';
import { AnswerList } from '#app/domains/monitoring/ui/answer-list.tsx';
import { ComingList } from '#app/domains/monitoring/ui/coming-list.tsx';
import { CommitmentTracks } from '#app/domains/monitoring/ui/commitment-tracks.tsx';
import { CommitmentCards } from '#app/domains/plan/ui/commitment-cards.tsx';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { listCommitments } from '#app/domains/plan/list-commitments.server.ts';
import { listMilestones } from '#app/domains/plan/list-milestones.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** The desk of a lead institution: its commitments, what the Circle decided about them, when it reports. */
export const loader = page(async ({ visit }) => {
  const { db, locale } = visit;
  const actor = visit.requireRole('entidad', 'coordinacion');
  const scopes = hasRole(actor, 'coordinacion') ? 'all' : scopesOf(actor, 'entidad');
  const [all, milestones, ideas, phases] = await Promise.all([
    listCommitments(db, locale),
    listMilestones(db, locale),
    countIdeasByCommitment(db),
    getPhases(db, locale),
  ]);
  const commitments =
    scopes === 'all'
      ? all
      : all.filter((each) =>
          each.institutions.some((institution) => scopes.includes(institution.id)),
        );
  const decisions = await listDecisions(db, {
    limit: 20,
    locale,
    commitmentIds: commitments.map((each) => each.id),
  });
  return {
    title: visit.t('monitoring')('desk.title'),
    now: now(),
    commitments,
    milestones,
    ideas,
    phases,
    decisions,
  };
});

export default function InstitutionDesk() {
  const { now, commitments, milestones, ideas, phases, decisions } = useLoaderData<typeof loader>();
  const t = useT('monitoring');
  const f = useFormat();
  const report = nextReportDue(now);
  return (
    <div className="l-wrap">
      <PageHead
        title={t('desk.heading', { count: commitments.length })}
        current={t('desk.title')}
        lead={t('desk.lead', {
          date: f.date(report.dueAt),
          quarter: report.quarter,
          year: String(report.year),
        })}
      />
      {commitments.length === 0 ? (
        <EmptyState title={t('desk.none.title')} text={t('desk.none.text')} />
      ) : (
        <div className="l-rail">
          <div className="l-stack l-stack--wide">
            <section className="l-stack" aria-labelledby="compromisos">
              <h2 id="compromisos">{t('desk.commitments')}</h2>
              <CommitmentCards items={commitments} ideas={ideas} />
            </section>
            <section className="l-stack" aria-labelledby="hitos">
              <h2 id="hitos">{t('desk.milestones')}</h2>
              <CommitmentTracks commitments={commitments} milestones={milestones} />
            </section>
            <section className="l-stack" aria-labelledby="decisiones">
              <h2 id="decisiones">{t('desk.decisions')}</h2>
              {decisions.length > 0 ? (
                <AnswerList items={decisions} />
              ) : (
                <p>{t('desk.no_decisions')}</p>
              )}
            </section>
          </div>
          <div className="l-stick">
            <section className="side">
              <h2>{t('page.coming')}</h2>
              <ComingList phases={phases} now={now} />
            </section>
            <section className="side">
              <h2>{t('desk.report.title')}</h2>
              <p className="u-small">{t('desk.report.text')}</p>
            </section>
          </div>
        </div>
      )}
    </div>
  );
}
