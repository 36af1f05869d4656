import { useT } from '#app/platform/i18n/use-t.ts';
import { menus, type MenuName } from '#app/ui/menus.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { ContactFacts, type SiteContact } from '#app/ui/site-contact.tsx';

/** One of the three menus as a page: what this site has of each of its parts. */
export function MenuPage({ menu, contact }: { menu: MenuName; contact?: SiteContact }) {
  const t = useT('pages');
  return (
    <div className="l-wrap">
      <PageHead
        title={t(`menu.${menu}.heading`)}
        current={t(`menu.${menu}.title`)}
        lead={t(`menu.${menu}.lead`)}
      />
      <div className="l-stack l-stack--wide">
        {contact && (
          <section aria-labelledby="administra" className="l-stack l-stack--tight">
            <h2 id="administra">{t('menu.contact')}</h2>
            <ContactFacts contact={contact} />
          </section>
        )}
        <div className="l-grid">
          {menus[menu].groups.map(({ key, links }) => (
            <section key={key} className="l-stack l-stack--tight" aria-labelledby={key}>
              <h2 id={key}>{t(`menu.group.${key}`)}</h2>
              <ul>
                {links.map((path) => (
                  <li key={path}>
                    <a href={path}>{t(`map.page.${path}`)}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
