import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { nextReportDue } from '#app/domains/monitoring/rules.ts';
import type { Phase } from '#app/domains/plan/types.ts';

/** What comes next, in order: phases that open or close, and the quarterly reports. */
export function ComingList({ phases, now }: { phases: Phase[]; now: Date }) {
  const t = useT('monitoring');
  const f = useFormat();
  const report = nextReportDue(now);
  const events = [
    ...phases.filter((phase) => phase.opensAt > now).map((phase) => ({ key: `a-${phase.id}`, at: phase.opensAt, text: t('coming.opens', { phase: phase.name }) })),
    ...phases.filter((phase) => phase.closesAt > now).map((phase) => ({ key: `c-${phase.id}`, at: phase.closesAt, text: t('coming.closes', { phase: phase.name }) })),
    { key: 'r', at: report.dueAt, text: t('coming.report', { quarter: report.quarter, year: String(report.year) }) },
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <ul className="list">
      {events.slice(0, 6).map((event) => <li key={event.key}><span>{event.text}</span><time dateTime={event.at.toISOString()}>{f.date(event.at, 'short')}</time></li>)}
    </ul>
  );
}
