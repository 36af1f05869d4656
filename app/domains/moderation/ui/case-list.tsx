import { useT } from '#app/platform/i18n/use-t.ts';
import type { AppealCase, ReportCase } from '#app/domains/moderation/types.ts';
import { ClockState } from '#app/domains/moderation/ui/clock-state.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** The cases that people reported. */
export function CaseList({ cases, current }: { cases: ReportCase[]; current: string | null }) {
  const t = useT('moderation');
  return (
    <ul className="queue">
      {cases.map((one) => {
        const ref = `${one.kind}:${one.id}`;
        return (
          <li key={ref} className="queue__row" aria-current={ref === current ? 'true' : undefined}>
            <div className="queue__top">
              <span>{t(`reports.kind.${one.kind}`)}</span>
              <ClockState clock={one.clock} />
            </div>
            <a href={`/moderacion/avisos?caso=${ref}`} lang={one.lang}>
              {one.title}
            </a>
            <span className="u-small u-mute">
              <Icon name={one.hidingProposed ? 'people' : 'flag'} />{' '}
              {one.hidingProposed
                ? t('reports.proposed')
                : t('reports.count', { count: one.count })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The appeals that wait. */
export function AppealList({ cases, current }: { cases: AppealCase[]; current: string | null }) {
  const c = useT('common');
  const t = useT('moderation');
  return (
    <ul className="queue">
      {cases.map((one) => (
        <li
          key={one.id}
          className="queue__row"
          aria-current={one.id === current ? 'true' : undefined}
        >
          <div className="queue__top">
            <span>
              {one.kind === 'idea' ? c(`state.${one.state}`) : t(`appeals.kind.${one.kind}`)}
            </span>
            <ClockState clock={one.clock} />
          </div>
          <a href={`/moderacion/apelaciones?caso=${one.id}`} lang={one.lang}>
            {one.title}
          </a>
        </li>
      ))}
    </ul>
  );
}
