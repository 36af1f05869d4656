import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Logo } from '#app/ui/logo.tsx';
import type { NavItem } from '#app/ui/site-nav.tsx';

type Props = {
  path: string;
  items: NavItem[];
  person: { name: string } | null;
  /** None where the city has one language. */
  languageHref: string | null;
  /** The name of the other language, in that language. */
  languageLabel: string;
  /** Desks use the whole width. */
  full?: boolean;
};

/** The native popover; React 18 does not know its attributes by type. */
const menu = { popover: '' };
const opensMenu = { popovertarget: 'menu' };

function currentOf(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return path.startsWith(`${href}/`) ? 'true' : undefined;
}

/** The first two words of a name: a header has room for no more. */
function shorten(name: string): string {
  return name.split(/\s+/).slice(0, 2).join(' ');
}

/** The header of every page. On phones the menu is a native popover: it opens without a script. */
export function SiteHeader({ path, items, person, languageHref, languageLabel, full }: Props) {
  const t = useT('common');
  const other = useLocale() === 'es' ? 'en' : 'es';
  const account = person ? '/cuenta' : '/entrar';
  return (
    <header className="site">
      <div className={full ? 'l-wrap l-wrap--full site__in' : 'l-wrap site__in'}>
        <a className="site__logo" href="/" aria-current={path === '/' ? 'page' : undefined}>
          <Logo />
          {t('ui.site.name')}
        </a>
        {languageHref && (
          <a className="site__lang" href={languageHref} lang={other} hrefLang={other}>
            {languageLabel}
          </a>
        )}
        <button className="btn btn--small site__menu" type="button" {...opensMenu}>
          <Icon name="menu" />
          {t('nav.menu')}
        </button>
        <nav className="site__nav" id="menu" aria-label={t('nav.label')} {...menu}>
          <ul className="site__list">
            {items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={currentOf(item.href, path)}>
                  {item.label}
                </a>
              </li>
            ))}
            <li className="site__enter">
              <a href={account} aria-current={currentOf(account, path)}>
                {person ? shorten(person.name) : t('nav.enter')}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
