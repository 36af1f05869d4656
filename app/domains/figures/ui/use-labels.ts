import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import type { CatalogueNames } from '../types.ts';

/** How the values of measures are called. */
export function useLabels(names: CatalogueNames): (measure: Measure, value: string) => string {
  const t = useT('figures');
  return (measure, value) =>
    names[measure]?.[value] ??
    (value === ''
      ? t('value.unanswered')
      : t(`value.${measure}.${value}` as MessageKey<'figures'>));
}
