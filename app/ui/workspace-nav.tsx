import { useT } from '#app/platform/i18n/use-t.ts';
import type { NavItem } from '#app/ui/site-nav.tsx';

/** The desks of a person with roles, under the header of every page. */
export function WorkspaceNav({
  path,
  items,
  full,
}: {
  path: string;
  items: NavItem[];
  full?: boolean;
}) {
  const t = useT('common');
  // The longest address that contains this page: building proposals lies inside moderation.
  const inside = items
    .map((desk) => desk.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  const here = path === inside ? 'page' : 'true';
  return (
    <nav className="desks" aria-label={t('nav.workspaces')}>
      <ul className={full ? 'l-wrap l-wrap--full desks__list' : 'l-wrap desks__list'}>
        {items.map((desk) => (
          <li key={desk.href}>
            <a href={desk.href} aria-current={desk.href === inside ? here : undefined}>
              {desk.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
