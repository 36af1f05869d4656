import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { menus } from '#app/ui/menus.ts';
import { ContactLines, type SiteContact } from '#app/ui/site-contact.tsx';

const columns = [
  {
    key: 'participa',
    links: [
      ['/ideas', 'nav.ideas'],
      ['/talleres', 'nav.workshops'],
      ['/propuestas', 'nav.proposals'],
      ['/consultas', 'nav.ballots'],
    ],
  },
  {
    key: 'transparencia',
    links: [
      ['/circulo', 'nav.circle'],
      ['/transparencia', 'nav.ledger'],
      ['/transparencia/moderacion', 'nav.moderation_public'],
      ['/datos-abiertos', 'nav.open_data'],
      ['/seguimiento', 'nav.progress'],
      ['/inclusion', 'nav.inclusion'],
    ],
  },
  {
    key: 'atencion',
    links: [
      ['/privacidad', 'nav.privacy'],
      ['/terminos', 'nav.terms'],
      ['/accesibilidad', 'nav.accessibility'],
      ['/mapa-del-sitio', 'nav.site_map'],
    ],
  },
] as const;

/** The footer of every page; help always stands first. */
export function SiteFooter({
  languageHref,
  languageLabel,
  demo,
  contact,
}: {
  /** None where the city has one language. */
  languageHref: string | null;
  languageLabel: string;
  demo?: boolean;
  contact: SiteContact | null;
}) {
  const t = useT('common');
  const other = useLocale() === 'es' ? 'en' : 'es';
  return (
    <footer className="foot">
      <div className="l-wrap">
        <div className="foot__in">
          <div>
            <h2>{t('ui.site.name')}</h2>
            <p>{t('ui.footer.about')}</p>
            <p className="foot__help">
              <a href="/ayuda">{t('nav.help')}</a>
            </p>
            <ContactLines contact={contact} />
          </div>
          {columns.map((column) => (
            <nav key={column.key} aria-labelledby={`foot-${column.key}`}>
              <h2 id={`foot-${column.key}`}>
                <a href={menus[column.key].href}>{t(`nav.menu_${column.key}`)}</a>
              </h2>
              <ul className="foot__list">
                {column.links.map(([href, key]) => (
                  <li key={href}>
                    <a href={href}>{t(key)}</a>
                  </li>
                ))}
                {column.key === 'atencion' && demo && (
                  <li>
                    <a href="/buzon">{t('nav.mailbox')}</a>
                  </li>
                )}
                {column.key === 'atencion' && languageHref && (
                  <li>
                    <a href={languageHref} lang={other} hrefLang={other}>
                      {languageLabel}
                    </a>
                  </li>
                )}
              </ul>
            </nav>
          ))}
        </div>
        <p className="foot__end">{t('ui.footer.end')}</p>
      </div>
    </footer>
  );
}
