import { useT } from '#app/platform/i18n/use-t.ts';
import { Tabs } from '#app/ui/tabs.tsx';

/** The pages of one meeting for who runs it: each with the end of its address. */
const parts = [
  ['prepare', '/preparar'],
  ['call', '/convocar'],
  ['take', '/inscribir'],
  ['load', '/cargar'],
  ['needs', '/apoyos'],
  ['door', ''],
  ['duplicates', '/repetidas'],
  ['draw', '/sorteo'],
  ['minutes', '/acta'],
] as const;
export type MeetingPart = (typeof parts)[number][0];

/**
 * The way around one meeting, from calling it to its minutes; a draw, which few have, is reached
 * from where it is prepared.
 */
export function MeetingNav({ id, current }: { id: string; current: MeetingPart }) {
  const ofSite = useT('common');
  return (
    <Tabs
      label={ofSite('nav.meeting.label')}
      items={parts
        .filter(([part]) => part !== 'draw' || part === current)
        .map(([part, end]) => ({
          href: `/facilitacion/talleres/${id}${end}`,
          label: ofSite(`nav.meeting.${part}`),
          current: part === current,
        }))}
    />
  );
}
