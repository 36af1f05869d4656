import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { findWaitingMail } from '#app/platform/mail/count-mail.server.ts';
import { listDeadJobs } from '#app/platform/jobs/count-jobs.server.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { EndingGrants } from '#app/domains/accounts/ui/ending-grants.tsx';
import { countLetters } from '#app/domains/letters/list-letters.server.ts';
import { LateLetters, LetterNews } from '#app/domains/letters/ui/letter-desk.tsx';
import { getModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { CoordinationCards } from '#app/domains/plan/ui/coordination-nav.tsx';
import { PhaseSide } from '#app/domains/plan/ui/phase-side.tsx';
import { countProposals } from '#app/domains/proposals/list-proposals.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

const soon = 30 * 86_400_000;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { db, locale } = visit;
  const at = now();
  const [plan, grants, figures, proposals, dead, mail, letters] = await Promise.all([
    findActivePlan(db, locale),
    listGrants(db),
    getModerationFigures(db, at, locale),
    countProposals(db),
    listDeadJobs(db),
    findWaitingMail(db),
    countLetters(db),
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
    mail,
    letters,
  };
});

/** Work that could not be done, and waits for somebody to look. */
function DeadJobs({ jobs }: { jobs: Awaited<ReturnType<typeof listDeadJobs>> }) {
  const t = useT('coordination');
  const f = useFormat();
  const lines = jobs.map((job) =>
    t('home.jobs.line', {
      name: job.name,
      number: job.count,
      date: f.date(job.lastAt, 'moment'),
    }),
  );
  return (
    <Notice
      kind="bad"
      title={t('home.jobs.dead', { count: jobs.reduce((sum, job) => sum + job.count, 0) })}
    >
      {t('home.jobs.text')} {lines.join(' · ')}
    </Notice>
  );
}

/** Mails that the mail server does not take: they leave by themselves once it does. */
function WaitingMail({ mail }: { mail: { count: number; since: Date } }) {
  const t = useT('coordination');
  const f = useFormat();
  return (
    <Notice kind="bad" title={t('home.mail.waiting', { count: mail.count })}>
      {t('home.mail.text', { date: f.date(mail.since, 'moment') })}
    </Notice>
  );
}

export default function Coordination() {
  const { now, plan, ending, held, figures, proposals, dead, mail, letters } =
    useLoaderData<typeof loader>();
  const t = useT('coordination');
  const late = figures.overdue + proposals.late + letters.late;
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
        <LateLetters counts={letters} />
        {dead.length > 0 && <DeadJobs jobs={dead} />}
        {mail && <WaitingMail mail={mail} />}
        <h2 className="u-sr">{t('nav.label')}</h2>
        <CoordinationCards />
        <div className="l-grid">
          <div>
            <PhaseSide phases={plan?.phases ?? null} now={now} />
          </div>
          <div>
            <EndingGrants held={held} ending={ending} />
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
              <LetterNews counts={letters} />
            </section>
          </div>
        </div>
      </div>
    </div>
  );
}
