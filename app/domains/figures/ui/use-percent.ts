import { useT } from '#app/platform/i18n/use-t.ts';

/** A share as a percentage with one decimal. */
export function usePercent(): (share: number) => string {
  const t = useT('figures');
  return (share) => t('percent', { share: Math.round(share * 1000) / 10 });
}
