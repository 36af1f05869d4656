import { useT } from '#app/platform/i18n/use-t.ts';
import { Tabs } from '#app/ui/tabs.tsx';

/** The pages of one meeting for who runs it: the end of each address. */
const parts = {
  prepare: '/preparar',
  call: '/convocar',
  needs: '/apoyos',
  door: '',
  duplicates: '/repetidas',
  draw: '/sorteo',
  minutes: '/acta',
} as const;
export type MeetingPart = keyof typeof parts;

/** The way around one meeting, from calling it to its minutes; a draw, which few have, is reached from where it is prepared. */
export function MeetingNav({ id, current }: { id: string; current: MeetingPart }) {
  const t = useT('meetings');
  return (
    <Tabs
      label={t('prepare.nav.label')}
      items={(Object.keys(parts) as MeetingPart[])
        .filter((part) => part !== 'draw' || part === current)
        .map((part) => ({
          href: `/facilitacion/talleres/${id}${parts[part]}`,
          label: t(`prepare.nav.${part}`),
          current: part === current,
        }))}
    />
  );
}
