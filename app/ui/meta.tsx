import type { ReactNode } from 'react';
import { Icon, type IconName } from '#app/ui/icon.tsx';

export type MetaItem = { icon?: IconName; text: ReactNode; key: string };

/** The small line of who, where and when. */
export function Meta({ items }: { items: MetaItem[] }) {
  return (
    <ul className="meta">
      {items.map((item) => (
        <li key={item.key}>
          {item.icon && <Icon name={item.icon} />}
          {item.text}
        </li>
      ))}
    </ul>
  );
}
