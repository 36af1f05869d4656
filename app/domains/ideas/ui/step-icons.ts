import type { IconName } from '#app/ui/icon.tsx';
import type { IdeaStep } from '#app/domains/ideas/types.ts';

/** The sign of each step of the road. */
export const stepIcons: Record<IdeaStep, IconName> = {
  idea: 'spark',
  revisada: 'eye',
  en_propuesta: 'folder',
  ante_el_circulo: 'circle',
  decidida: 'scale',
  en_el_compromiso: 'document',
  cumplida: 'flag',
};
