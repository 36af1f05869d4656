import { daysLeft, phaseState } from '#app/domains/plan/rules.ts';
import type { Phase, PhaseState } from '#app/domains/plan/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';

const badges: Record<PhaseState, BadgeKind> = { open: 'now', next: 'dash', closed: 'dark' };

/** The phases of the active plan for coordination, or the way to begin one. */
export function PhaseSide({ phases, now }: { phases: Phase[] | null; now: Date }) {
  const t = useT('coordination');
  return (
    <section className="side" aria-labelledby="fases">
      <h2 id="fases">{t('home.phases')}</h2>
      {phases ? (
        <ul className="list">
          {phases.map((phase) => {
            const state = phaseState(phase, now);
            return (
              <li key={phase.id}>
                <a href={`/coordinacion/fases/${phase.id}`}>{phase.name}</a>
                <span>
                  <Badge kind={badges[state]}>
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
  );
}
