import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { nextReportDue } from '#app/domains/monitoring/rules.ts';
import type { Phase } from '#app/domains/plan/types.ts';

/** The moments still to come at which phases open or close, each with all of its phases. */
function turnsOf(
  phases: Phase[],
  turn: 'opensAt' | 'closesAt',
  now: Date,
): { at: Date; names: string[] }[] {
  const moments = new Map<number, string[]>();
  for (const phase of phases)
    if (phase[turn] > now)
      moments.set(phase[turn].getTime(), [
        ...(moments.get(phase[turn].getTime()) ?? []),
        phase.name,
      ]);
  return [...moments].map(([time, names]) => ({ at: new Date(time), names }));
}

/** What comes next, in order: phases that open or close, and the quarterly reports. */
export function ComingList({ phases, now }: { phases: Phase[]; now: Date }) {
  const t = useT('monitoring');
  const f = useFormat();
  const report = nextReportDue(now);
  const events = [
    ...turnsOf(phases, 'opensAt', now).map(({ at, names }) => ({
      key: `a-${at.getTime()}`,
      at,
      text: t('coming.opens', { count: names.length, phases: names.join(', ') }),
    })),
    ...turnsOf(phases, 'closesAt', now).map(({ at, names }) => ({
      key: `c-${at.getTime()}`,
      at,
      text: t('coming.closes', { count: names.length, phases: names.join(', ') }),
    })),
    {
      key: 'r',
      at: report.dueAt,
      text: t('coming.report', { quarter: report.quarter, year: String(report.year) }),
    },
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <ul className="list">
      {events.slice(0, 6).map((event) => (
        <li key={event.key}>
          <span>{event.text}</span>
          <time dateTime={event.at.toISOString()}>{f.date(event.at, 'short')}</time>
        </li>
      ))}
    </ul>
  );
}
