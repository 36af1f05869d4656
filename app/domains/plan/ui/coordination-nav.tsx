import { useT } from '#app/platform/i18n/use-t.ts';
import { Tabs } from '#app/ui/tabs.tsx';

/** The parts of coordination's workspace, by the end of their address. */
export const coordinationLinks = [
  'plan',
  'entidades',
  'roles',
  'circulo',
  'razones',
  'metas',
  'poblacion',
  'registro',
] as const;
type Part = (typeof coordinationLinks)[number];

/** The way around coordination's workspace. */
export function CoordinationNav({ current }: { current: Part }) {
  const t = useT('coordination');
  return (
    <Tabs
      label={t('nav.label')}
      items={coordinationLinks.map((key) => ({
        href: `/coordinacion/${key}`,
        label: t(`nav.${key}`),
        current: key === current,
      }))}
    />
  );
}
