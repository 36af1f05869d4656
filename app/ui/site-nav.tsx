import { useT } from '#app/platform/i18n/use-t.ts';

export type NavItem = { href: string; label: string };

/** The main places of the site, for the header. */
export function useSiteNav(): NavItem[] {
  const t = useT('common');
  return [
    { href: '/compromisos', label: t('nav.commitments') },
    { href: '/ideas', label: t('nav.ideas') },
    { href: '/talleres', label: t('nav.workshops') },
    { href: '/propuestas', label: t('nav.proposals') },
    { href: '/seguimiento', label: t('nav.progress') },
    { href: '/inclusion', label: t('nav.inclusion') },
  ];
}
