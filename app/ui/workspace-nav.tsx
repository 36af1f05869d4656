import { useT } from '#app/platform/i18n/use-t.ts';
import type { NavItem } from '#app/ui/site-nav.tsx';

/** The desks of a person with roles, under the header of every page. */
export function WorkspaceNav({ path, items, full }: { path: string; items: NavItem[]; full?: boolean }) {
  const t = useT('common');
  return (
    <nav className="desks" aria-label={t('nav.workspaces')}>
      <ul className={full ? 'l-wrap l-wrap--full desks__list' : 'l-wrap desks__list'}>
        {items.map((desk) => <li key={desk.href}><a href={desk.href} aria-current={path === desk.href ? 'page' : undefined}>{desk.label}</a></li>)}
      </ul>
    </nav>
  );
}
