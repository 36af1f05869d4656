import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';

export type RoadStep = {
  key: string;
  name: ReactNode;
  icon: IconName;
  state: 'done' | 'now' | 'next' | 'stop';
  date?: ReactNode;
  why?: ReactNode;
  /** How many have come this far; then every step keeps its own icon. */
  count?: number;
};

function iconOf(step: RoadStep): IconName {
  if (step.state === 'stop') return 'close';
  return step.state === 'done' && step.count === undefined ? 'check' : step.icon;
}

/** The road: walked in dark with a yellow line, pale ahead, a sign for each step with word, date and reason. */
export function Road({ label, steps, slim }: { label: string; steps: RoadStep[]; slim?: boolean }) {
  const t = useT('common');
  const f = useFormat();
  return (
    <div className={slim ? 'road road--slim' : 'road'}>
      <ol className="road__list" aria-label={label}>
        {steps.map((step) => (
          <li key={step.key} className="road__step" data-state={step.state}>
            <span className="road__node">
              <Icon name={iconOf(step)} />
            </span>
            {step.count !== undefined && <span className="road__num">{f.number(step.count)}</span>}
            <p className="road__name">
              {step.name}
              {step.count === undefined && (
                <span className="u-sr"> {t(`ui.road.${step.state}`)}</span>
              )}
            </p>
            {step.state === 'now' && step.count === undefined && !slim && (
              <p>
                <Badge kind="now">{t('ui.road.badge')}</Badge>
              </p>
            )}
            {step.date && <p className="road__date">{step.date}</p>}
            {step.why && <p className="road__why">{step.why}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

const places = [1, 2, 3, 4, 5, 6, 7] as const;

/** The road in small, for lists: seven segments and the words. `done`: the answer was a yes. */
export function MiniRoad({
  at,
  label,
  stopped,
  done = at === 7,
}: {
  at: (typeof places)[number];
  label: string;
  stopped?: boolean;
  done?: boolean;
}) {
  const t = useT('common');
  const end = stopped ? 'stop' : done && 'done';
  return (
    <span className="mini">
      <svg
        className="mini__bar"
        viewBox="0 0 88 8"
        data-state={end || undefined}
        aria-hidden="true"
      >
        {places.map((place) => (
          <rect
            key={place}
            className={place <= at ? 'mini__on' : undefined}
            x={(place - 1) * 12.8}
            width="10.4"
            height="8"
          />
        ))}
      </svg>
      {t(stopped ? 'ui.road.stopped_at' : 'ui.road.at', { at, label })}
    </span>
  );
}
