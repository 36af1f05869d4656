import { useLoaderData } from '@remix-run/react';
import { siteContact } from '#app/platform/city/site-contact.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { MenuPage } from '#app/ui/menu-page.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({
  title: visit.t('pages')('menu.transparencia.title'),
  contact: siteContact(visit.locale),
}));

/** Public information: who runs the site, its rules, plans, decisions and data. */
export default function Information() {
  const { contact } = useLoaderData<typeof loader>();
  return <MenuPage menu="transparencia" contact={contact} />;
}
