import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Figure, Measured } from '#app/domains/figures/types.ts';
import { usePercent } from '#app/domains/figures/ui/use-percent.ts';

/**
 * How a group stands to its population, in a sentence: whose population, what is not known yet, and
 * what would tell.
 */
export function useStanding(): (
  figure: Figure,
  table: Pick<Measured, 'answered' | 'people'>,
) => string {
  const t = useT('figures');
  const f = useFormat();
  const say = usePercent();
  return ({ finding, reference, share, telling }, { answered, people }) => {
    if (share === null) return '';
    if (finding === null || reference === null) return t('standing.none');
    const than = {
      reference: say(reference.share),
      place: t(`territory.${reference.territory}`),
    };
    if (finding !== 'unsure') return t(`standing.${finding}`, than);
    if (telling === null) return t('standing.unsure.far', than);
    return telling > (answered ?? people)
      ? t('standing.unsure.more', { ...than, answers: f.number(telling) })
      : t('standing.unsure.silent', than);
  };
}
