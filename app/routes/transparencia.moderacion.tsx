import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { getModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { listReasons } from '#app/domains/moderation/list-reasons.server.ts';
import { decisions } from '#app/domains/moderation/types.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const at = now();
  const [figures, reasons] = await Promise.all([
    getModerationFigures(visit.db, at, visit.locale),
    listReasons(visit.db, visit.locale, at),
  ]);
  return { title: visit.t('transparency')('moderation.title'), now: at, figures, reasons };
});

export default function ModerationInPublic() {
  const { now, figures, reasons } = useLoaderData<typeof loader>();
  const t = useT('transparency');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead
        title={
          figures.overdue > 0
            ? t('moderation.heading.late', { count: figures.overdue })
            : t('moderation.heading.fine')
        }
        crumbs={[{ href: '/transparencia', label: t('page.title') }]}
        current={t('moderation.title')}
        lead={t('moderation.lead', { count: figures.decided })}
      />
      <div className="l-stack l-stack--wide">
        {figures.overdue > 0 && (
          <Notice kind="bad" title={t('moderation.late.title', { count: figures.overdue })}>
            {t('moderation.late.text')}
          </Notice>
        )}
        <section className="l-stack" aria-labelledby="hoy">
          <h2 id="hoy">{t('moderation.now', { date: f.date(now) })}</h2>
          <Facts
            items={[
              {
                key: 'new',
                term: t('moderation.waiting'),
                value: f.number(figures.waiting.nuevas),
              },
              { key: 'held', term: t('moderation.paused'), value: f.number(figures.waiting.pausa) },
              {
                key: 'quarantine',
                term: t('moderation.quarantine'),
                value: f.number(figures.waiting.cuarentena),
              },
              {
                key: 'edited',
                term: t('moderation.edited'),
                value: f.number(figures.waiting.editadas),
              },
              { key: 'overdue', term: t('moderation.overdue'), value: f.number(figures.overdue) },
              {
                key: 'median',
                term: t('moderation.median'),
                value:
                  figures.medianWorkingDays === null
                    ? t('moderation.no_figure')
                    : t('moderation.days', { count: figures.medianWorkingDays }),
              },
              {
                key: 'late',
                term: t('moderation.decided_late'),
                value: f.number(figures.decidedLate),
              },
            ]}
          />
        </section>
        <DataTable
          caption={t('moderation.by_decision')}
          columns={[
            { key: 'name', label: t('moderation.decision') },
            { key: 'count', label: t('moderation.count'), numeric: true },
          ]}
          rows={decisions.map((decision) => ({
            id: decision,
            name: t(`moderation.decision.${decision}`),
            count: f.number(
              figures.byDecision.find((row) => row.decision === decision)?.count ?? 0,
            ),
          }))}
        />
        {figures.byReason.length > 0 && (
          <DataTable
            caption={t('moderation.by_reason')}
            columns={[
              { key: 'name', label: t('moderation.reason') },
              { key: 'decision', label: t('moderation.decision') },
              { key: 'count', label: t('moderation.count'), numeric: true },
            ]}
            rows={figures.byReason.map((row) => ({
              id: `${row.decision}.${row.code}`,
              name: row.label,
              decision: t(`moderation.decision.${row.decision}`),
              count: f.number(row.count),
            }))}
          />
        )}
        <section className="l-stack" aria-labelledby="apelaciones">
          <h2 id="apelaciones">{t('moderation.appeals')}</h2>
          <Facts
            items={[
              {
                key: 'filed',
                term: t('moderation.appeals.filed'),
                value: f.number(figures.appeals.filed),
              },
              {
                key: 'open',
                term: t('moderation.appeals.open'),
                value: f.number(figures.appeals.open),
              },
              {
                key: 'late',
                term: t('moderation.appeals.late'),
                value: f.number(figures.appeals.late),
              },
              {
                key: 'granted',
                term: t('moderation.appeals.granted'),
                value: f.number(figures.appeals.granted),
              },
              {
                key: 'upheld',
                term: t('moderation.appeals.upheld'),
                value: f.number(figures.appeals.upheld),
              },
              {
                key: 'reports',
                term: t('moderation.reports.filed'),
                value: f.number(figures.reports.filed),
              },
              {
                key: 'dismissed',
                term: t('moderation.reports.dismissed'),
                value: f.number(figures.reports.dismissed),
              },
              {
                key: 'hidden',
                term: t('moderation.reports.hidden'),
                value: f.number(figures.reports.hidden),
              },
            ]}
          />
        </section>
        <section className="l-stack" aria-labelledby="reglas">
          <h2 id="reglas">{t('moderation.rules')}</h2>
          <p>{t('moderation.rules.text')}</p>
          {reasons.map((reason) => (
            <Fold key={reason.code} summary={reason.label}>
              <p>
                {t(`moderation.decision.${reason.decision}`)}. {reason.explanation}
              </p>
            </Fold>
          ))}
        </section>
      </div>
    </div>
  );
}
