import type { IdeaFilters } from '#app/domains/ideas/list-ideas.server.ts';
import { addressOfList } from '#app/domains/ideas/ui/list-address.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Icon } from '#app/ui/icon.tsx';

type Chip = { filter: keyof IdeaFilters; label: string };

/** What narrows the list now, in words. */
export function useFilterChips(
  filters: IdeaFilters,
  commitments: { slug: string; shortTitle: string }[],
  localities: { code: string; name: string }[],
): Chip[] {
  const c = useT('common');
  const { commitmentSlug, text, localityCode, step } = filters;
  const commitment = commitments.find((item) => item.slug === commitmentSlug);
  const locality = localities.find((item) => item.code === localityCode);
  const chips: { filter: keyof IdeaFilters; label: string | undefined }[] = [
    { filter: 'text', label: text && `«${text}»` },
    { filter: 'commitmentSlug', label: commitment?.shortTitle ?? commitmentSlug },
    { filter: 'localityCode', label: locality?.name },
    { filter: 'step', label: step && c(`road.step.${step}`) },
  ];
  return chips.filter((chip): chip is Chip => Boolean(chip.label));
}

/** The filters of the list; each link takes one away. */
export function FilterChips({ filters, chips }: { filters: IdeaFilters; chips: Chip[] }) {
  const t = useT('ideas');
  if (chips.length === 0) return null;
  return (
    <div className="l-row">
      {chips.map(({ filter, label }) => (
        <a key={filter} className="chip" href={addressOfList({ ...filters, [filter]: undefined })}>
          <Icon name="close" />
          {label}
          <span className="u-sr">{t('list.remove_filter')}</span>
        </a>
      ))}
    </div>
  );
}
