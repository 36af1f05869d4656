import { useFormat } from '#app/platform/i18n/use-t.ts';

export type Tab = { href: string; label: string; count?: number; current: boolean };

/** Views of the same thing, as links. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  const f = useFormat();
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tabs__list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.label}
              {item.count !== undefined && ` ${f.number(item.count)}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
