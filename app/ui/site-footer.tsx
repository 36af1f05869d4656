import { useLocale, useT } from '#app/platform/i18n/use-t.ts';

const columns = [
  {
    key: 'take_part',
    links: [
      ['/ideas', 'nav.ideas'],
      ['/talleres', 'nav.workshops'],
      ['/propuestas', 'nav.proposals'],
      ['/consultas', 'nav.ballots'],
    ],
  },
  {
    key: 'transparency',
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
    key: 'site',
    links: [
      ['/mapa-del-sitio', 'nav.site_map'],
      ['/privacidad', 'nav.privacy'],
      ['/accesibilidad', 'nav.accessibility'],
    ],
  },
] as const;

/** The footer of every page; help always stands first. */
export function SiteFooter({
  languageHref,
  languageLabel,
  demo,
}: {
  languageHref: string;
  languageLabel: string;
  demo?: boolean;
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
          </div>
          {columns.map((column) => (
            <nav key={column.key} aria-labelledby={`foot-${column.key}`}>
              <h2 id={`foot-${column.key}`}>{t(`ui.footer.${column.key}`)}</h2>
              <ul className="foot__list">
                {column.links.map(([href, key]) => (
                  <li key={href}>
                    <a href={href}>{t(key)}</a>
                  </li>
                ))}
                {column.key === 'site' && demo && (
                  <li>
                    <a href="/buzon">{t('nav.mailbox')}</a>
                  </li>
                )}
                {column.key === 'site' && (
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
