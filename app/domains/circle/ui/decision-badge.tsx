import type { DecisionCode } from '#app/domains/circle/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import type { IconName } from '#app/ui/icon.tsx';

const looks: Record<DecisionCode, { kind?: BadgeKind; icon?: IconName }> = {
  adoptada: { kind: 'full' },
  adoptada_en_parte: { kind: 'full' },
  no_adoptada: { icon: 'close' },
  aplazada: { icon: 'pause' },
};

/** What the Circle decided, as icon and word. */
export function DecisionBadge({ decision }: { decision: DecisionCode }) {
  const c = useT('common');
  return <Badge {...looks[decision]}>{c(`decision.${decision}`)}</Badge>;
}
