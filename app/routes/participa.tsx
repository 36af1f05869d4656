import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { MenuPage } from '#app/ui/menu-page.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({ title: visit.t('pages')('menu.participa.title') }));

/** What one can take part in. */
export default function Participate() {
  return <MenuPage menu="participa" />;
}
