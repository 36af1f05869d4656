import type { IdeaState, IdeaStep } from '#app/domains/ideas/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import type { IconName } from '#app/ui/icon.tsx';

const ofStep: Partial<Record<IdeaStep, [BadgeKind | undefined, IconName]>> = {
  en_propuesta: [undefined, 'folder'],
  ante_el_circulo: ['dark', 'circle'],
  decidida: ['done', 'scale'],
  en_el_compromiso: ['full', 'document'],
  cumplida: ['full', 'flag'],
};
const ofState: Partial<Record<IdeaState, [BadgeKind | undefined, IconName]>> = {
  publicada: ['now', 'hand'],
  borrador: ['draft', 'pencil'],
  enviada: ['dash', 'clock'],
  cuarentena: ['dash', 'shield'],
  devuelta: ['late', 'help'],
};

/** Where an idea stands, in one word with its sign: the step of its road once it is public, its state before. */
export function IdeaBadge({ state, step }: { state: IdeaState; step: IdeaStep }) {
  const t = useT('common');
  const onRoad = state === 'publicada' ? ofStep[step] : undefined;
  const [kind, icon] = onRoad ?? ofState[state] ?? [undefined, 'close' as const];
  return (
    <Badge {...(kind ? { kind } : {})} icon={icon}>
      {onRoad ? t(`road.step.${step}`) : t(`state.${state}`)}
    </Badge>
  );
}
