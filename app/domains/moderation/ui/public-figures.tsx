import type { ModerationFigures } from '#app/domains/moderation/get-figures.server.ts';
import { decisions, type Reason } from '#app/domains/moderation/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Fold } from '#app/ui/fold.tsx';

type Props = { figures: ModerationFigures };

/** What waits at this moment, how long decisions take and how many came late. */
export function WaitingNow({ figures, now }: Props & { now: Date }) {
  const t = useT('transparency');
  const f = useFormat();
  const { waiting, medianWorkingDays } = figures;
  const median =
    medianWorkingDays === null
      ? t('moderation.no_figure')
      : t('moderation.days', { count: medianWorkingDays });
  return (
    <section className="l-stack" aria-labelledby="hoy">
      <h2 id="hoy">{t('moderation.now', { date: f.date(now) })}</h2>
      <Facts
        items={[
          { key: 'new', term: t('moderation.waiting'), value: f.number(waiting.nuevas) },
          { key: 'held', term: t('moderation.paused'), value: f.number(waiting.pausa) },
          {
            key: 'quarantine',
            term: t('moderation.quarantine'),
            value: f.number(waiting.cuarentena),
          },
          { key: 'edited', term: t('moderation.edited'), value: f.number(waiting.editadas) },
          { key: 'overdue', term: t('moderation.overdue'), value: f.number(figures.overdue) },
          { key: 'median', term: t('moderation.median'), value: median },
          { key: 'late', term: t('moderation.decided_late'), value: f.number(figures.decidedLate) },
        ]}
      />
    </section>
  );
}

/** What was decided, and for which reasons. */
export function DecidedSoFar({ figures }: Props) {
  const t = useT('transparency');
  const f = useFormat();
  const countOf = (decision: string) =>
    figures.byDecision.find((row) => row.decision === decision)?.count ?? 0;
  return (
    <>
      <DataTable
        caption={t('moderation.by_decision')}
        columns={[
          { key: 'name', label: t('moderation.decision') },
          { key: 'count', label: t('moderation.count'), numeric: true },
        ]}
        rows={decisions.map((decision) => ({
          id: decision,
          name: t(`moderation.decision.${decision}`),
          count: f.number(countOf(decision)),
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
    </>
  );
}

/** Who disagreed, what was complained about, and what came of it. */
export function AppealsAndReports({ figures }: Props) {
  const t = useT('transparency');
  const f = useFormat();
  const { appeals, reports } = figures;
  const fact = (key: string, term: string, count: number) => ({
    key,
    term,
    value: f.number(count),
  });
  return (
    <section className="l-stack" aria-labelledby="apelaciones">
      <h2 id="apelaciones">{t('moderation.appeals')}</h2>
      <Facts
        items={[
          fact('filed', t('moderation.appeals.filed'), appeals.filed),
          fact('open', t('moderation.appeals.open'), appeals.open),
          fact('late', t('moderation.appeals.late'), appeals.late),
          fact('granted', t('moderation.appeals.granted'), appeals.granted),
          fact('upheld', t('moderation.appeals.upheld'), appeals.upheld),
          fact('reports', t('moderation.reports.filed'), reports.filed),
          fact('dismissed', t('moderation.reports.dismissed'), reports.dismissed),
          fact('hidden', t('moderation.reports.hidden'), reports.hidden),
        ]}
      />
    </section>
  );
}

/** The catalogue of reasons: the only ones for which something does not stand. */
export function Rules({
  reasons,
}: {
  reasons: Pick<Reason, 'code' | 'decision' | 'label' | 'explanation'>[];
}) {
  const t = useT('transparency');
  return (
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
  );
}
