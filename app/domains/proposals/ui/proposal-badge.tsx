import type { ProposalState } from '#app/domains/proposals/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import type { IconName } from '#app/ui/icon.tsx';

export type DecisionCode = 'adoptada' | 'adoptada_en_parte' | 'no_adoptada' | 'aplazada';

const looks: Record<ProposalState, { kind?: BadgeKind; icon?: IconName }> = {
  borrador: { kind: 'draft' },
  lista: { icon: 'folder' },
  enviada: { kind: 'dark', icon: 'circle' },
  aplazada: { icon: 'pause' },
  decidida: { kind: 'full' },
};
const decided: Record<DecisionCode, { kind?: BadgeKind; icon?: IconName }> = {
  adoptada: { kind: 'full' },
  adoptada_en_parte: { kind: 'full' },
  no_adoptada: { icon: 'close' },
  aplazada: { icon: 'pause' },
};

/** Where a proposal stands; once answered, the answer itself; beyond its date, that it is late. */
export function ProposalBadge({
  state,
  isOverdue,
  decision,
}: {
  state: ProposalState;
  isOverdue?: boolean;
  decision?: DecisionCode;
}) {
  const t = useT('proposals');
  const c = useT('common');
  if (isOverdue) return <Badge kind="late">{t('state.overdue')}</Badge>;
  if (state === 'decidida' && decision)
    return <Badge {...decided[decision]}>{c(`decision.${decision}`)}</Badge>;
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}
