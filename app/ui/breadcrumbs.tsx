import { useT } from '#app/platform/i18n/use-t.ts';

export type Crumb = { href: string; label: string };

/** Where the page is. Home comes first by itself. */
export function Breadcrumbs({ items, current }: { items: Crumb[]; current: string }) {
  const t = useT('common');
  return (
    <nav className="crumbs" aria-label={t('ui.crumbs.label')}>
      <ol className="crumbs__list">
        {[{ href: '/', label: t('nav.home') }, ...items].map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </ol>
    </nav>
  );
}
