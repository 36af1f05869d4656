import { useT } from '#app/platform/i18n/use-t.ts';
import { workspaceHrefs, type Workspace } from '#app/platform/http/chrome.ts';

/** The desks of a person with roles, under the header of every page. */
export function WorkspaceNav({ path, workspaces, full }: { path: string; workspaces: Workspace[]; full?: boolean }) {
  const t = useT('common');
  return (
    <nav className="desks" aria-label={t('nav.workspaces')}>
      <ul className={full ? 'l-wrap l-wrap--full desks__list' : 'l-wrap desks__list'}>
        {workspaces.map((desk) => <li key={desk}><a href={workspaceHrefs[desk]} aria-current={path === workspaceHrefs[desk] ? 'page' : undefined}>{t(`nav.workspace.${desk}`)}</a></li>)}
      </ul>
    </nav>
  );
}
