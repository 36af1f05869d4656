import type { ReactNode } from 'react';
import { Icon, type IconName } from '#app/ui/icon.tsx';

type Kind = 'info' | 'sun' | 'done' | 'bad';
const icons: Record<Kind, IconName> = { info: 'info', sun: 'clock', done: 'check', bad: 'warning' };

/** A message inside the page. `role` only for what appears after an act (`status`, `alert`). */
export function Notice({
  kind = 'info',
  title,
  icon = icons[kind],
  role,
  children,
}: {
  kind?: Kind;
  title?: ReactNode;
  icon?: IconName;
  role?: 'status' | 'alert';
  children?: ReactNode;
}) {
  return (
    <div className={kind === 'info' ? 'notice' : `notice notice--${kind}`} role={role}>
      <Icon name={icon} />
      <div>
        {title && <strong>{title}</strong>} {children}
      </div>
    </div>
  );
}
