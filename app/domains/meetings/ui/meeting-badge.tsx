import { shownState, type Standing } from '#app/domains/meetings/rules.ts';
import type { PublicMeeting, ShownState } from '#app/domains/meetings/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';

const kinds: Record<ShownState, BadgeKind> = {
  borrador: 'draft',
  publicado: 'now',
  lleno: 'dark',
  cerrado: 'dash',
  realizado: 'dash',
  con_acta: 'full',
  cancelado: 'late',
};

/** Where a meeting stands, in a word. */
export function MeetingBadge({ meeting, now }: { meeting: Standing; now: Date }) {
  const t = useT('meetings');
  const state = shownState(meeting, now);
  if (state === 'publicado' && meeting.kind === 'feria')
    return <Badge kind={kinds[state]}>{t('state.libre')}</Badge>;
  if (state === 'publicado' && now < meeting.opensAt)
    return <Badge kind="dash">{t('state.pronto')}</Badge>;
  return <Badge kind={kinds[state]}>{t(`state.${state}`)}</Badge>;
}

/** How many places the web form still gives, when it does; of few taken, or few at all, only that there are. */
export function PlacesLeft({ meeting, now }: { meeting: PublicMeeting; now: Date }) {
  const t = useT('meetings');
  const isOpen =
    shownState(meeting, now) === 'publicado' && meeting.kind !== 'feria' && now >= meeting.opensAt;
  if (!isOpen) return null;
  if (meeting.isFull === null) return <>{t('card.few')}</>;
  return <>{meeting.left === null ? t('card.room') : t('card.places', { count: meeting.left })}</>;
}
