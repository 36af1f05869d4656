import type { ReactNode } from 'react';
import { Icon, type IconName } from '#app/ui/icon.tsx';

export type BadgeKind = 'now' | 'done' | 'full' | 'dark' | 'late' | 'dash' | 'draft' | 'stale';
const icons: Partial<Record<BadgeKind, IconName>> = {
  now: 'clock',
  done: 'check',
  full: 'check',
  late: 'warning',
  draft: 'pencil',
  stale: 'clock',
};

/** A state: icon and word, never colour alone. */
export function Badge({
  kind,
  icon = kind && icons[kind],
  children,
}: {
  kind?: BadgeKind;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={kind ? `badge badge--${kind}` : 'badge'}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
