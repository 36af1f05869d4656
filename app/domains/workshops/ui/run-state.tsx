import { useT } from '#app/platform/i18n/use-t.ts';
import type { ShownState } from '#app/domains/workshops/types.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';

const kinds: Record<ShownState, BadgeKind> = { borrador: 'draft', publicado: 'now', lleno: 'full', cerrado: 'stale', realizado: 'done', con_acta: 'done', cancelado: 'dark' };

/** The state of a meeting for who runs it. */
export function RunState({ state }: { state: ShownState }) {
  const t = useT('workshops');
  return <Badge kind={kinds[state]}>{t(`prepare.state.${state}`)}</Badge>;
}
