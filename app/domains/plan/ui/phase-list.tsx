import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { ProgressStrip } from '#app/ui/progress-strip.tsx';
import { daysLeft, elapsedShare, phaseState } from '#app/domains/plan/rules.ts';
import type { Phase, PhaseState } from '#app/domains/plan/types.ts';

const badges: Record<PhaseState, BadgeKind> = { open: 'now', next: 'dash', closed: 'dark' };

function PhaseItem({ phase, now }: { phase: Phase; now: Date }) {
  const t = useT('plan');
  const f = useFormat();
  const state = phaseState(phase, now);
  const from = <time dateTime={phase.opensAt.toISOString()}>{f.date(phase.opensAt)}</time>;
  const until = <time dateTime={phase.closesAt.toISOString()}>{f.date(phase.closesAt)}</time>;
  return (
    <li className="panel l-stack l-stack--tight">
      <p>
        <Badge kind={badges[state]}>{t(`phase.state.${state}`)}</Badge>
      </p>
      <h3>
        {phase.position}. {phase.name}
      </h3>
      <p>{phase.decides}</p>
      <p className="u-small u-mute">
        {t('phase.from')} {from} {t('phase.until')} {until}.
      </p>
      {state === 'open' && (
        <>
          <ProgressStrip share={elapsedShare(phase, now)} />
          <p className="u-small">
            <strong>{t('phase.left', { count: daysLeft(phase, now) })}</strong>
          </p>
        </>
      )}
      {phase.outcome && (
        <p>
          <strong>{t('phase.outcome')}</strong> {phase.outcome}
        </p>
      )}
      {!phase.outcome && state === 'closed' && (
        <p className="u-small">{t('phase.outcome_waits')}</p>
      )}
    </li>
  );
}

/** The road map: what each phase decides, what is open now and until when, what came out of past ones. */
export function PhaseList({ phases, now }: { phases: Phase[]; now: Date }) {
  return (
    <ol className="l-grid">
      {phases.map((phase) => (
        <PhaseItem key={phase.id} phase={phase} now={now} />
      ))}
    </ol>
  );
}
