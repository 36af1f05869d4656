import type { ReactNode } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';

export type Due = 'late' | 'today' | 'hold' | 'later';
const icons: Record<Due, IconName> = {
  late: 'warning',
  today: 'clock',
  hold: 'pause',
  later: 'clock',
};

/** How a deadline stands; `children` says it in more detail ("Vencida hace 1 día"). */
export function ClockBadge({ due, children }: { due: Due; children?: ReactNode }) {
  const t = useT('common');
  return (
    <span className="clock" data-due={due === 'later' ? undefined : due}>
      <Icon name={icons[due]} />
      {children ?? t(`ui.clock.${due}`)}
    </span>
  );
}
