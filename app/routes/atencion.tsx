import { useLoaderData } from '@remix-run/react';
import { siteContact } from '#app/platform/city/site-contact.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { MenuPage } from '#app/ui/menu-page.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({
  title: visit.t('pages')('menu.atencion.title'),
  contact: siteContact(visit.locale),
}));

/** Who attends people, and where to write. */
export default function Attention() {
  const { contact } = useLoaderData<typeof loader>();
  return <MenuPage menu="atencion" contact={contact} />;
}
