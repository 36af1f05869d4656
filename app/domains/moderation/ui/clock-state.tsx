import { useT } from '#app/platform/i18n/use-t.ts';
import type { Clock } from '#app/domains/moderation/types.ts';
import { ClockBadge } from '#app/ui/clock-badge.tsx';

/** How a term stands, in working days. */
export function ClockState({ clock }: { clock: Clock }) {
  const t = useT('moderation');
  const words = {
    late: clock.days > 0 ? t('clock.late.day', { count: clock.days }) : t('clock.late'),
    today: t('clock.today'),
    hold: t('clock.hold'),
    later: t('clock.left', { count: clock.days }),
  };
  return <ClockBadge due={clock.due}>{words[clock.due]}</ClockBadge>;
}
