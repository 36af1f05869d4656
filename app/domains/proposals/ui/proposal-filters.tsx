import { publicStates, type PublicState } from '#app/domains/proposals/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { FilterChoice } from '#app/ui/filter-choice.tsx';

type Filters = { commitmentSlug?: string | undefined; state?: PublicState | undefined };

/** The list's address with its filters and a position. */
export function addressOfProposals({ commitmentSlug, state }: Filters, cursor?: string): string {
  const params = new URLSearchParams();
  if (commitmentSlug) params.set('compromiso', commitmentSlug);
  if (state) params.set('estado', state);
  if (cursor) params.set('cursor', cursor);
  const query = params.toString();
  return query ? `/propuestas?${query}` : '/propuestas';
}

type Props = {
  filters: Filters;
  commitments: { slug: string; number: number; shortTitle: string }[];
};

/** Filters of the list of proposals: one plain GET form. */
export function ProposalFilters({ filters, commitments }: Props) {
  const t = useT('proposals');
  return (
    <form
      className="filters l-gap"
      action="/propuestas"
      role="search"
      aria-label={t('filters.label')}
    >
      <div className="filters__in">
        <FilterChoice
          name="compromiso"
          label={t('filters.commitment')}
          all={t('filters.all_commitments')}
          value={filters.commitmentSlug}
          options={commitments.map((item) => ({
            value: item.slug,
            label: t('filters.option', { number: item.number, title: item.shortTitle }),
          }))}
        />
        <FilterChoice
          name="estado"
          label={t('filters.state')}
          all={t('filters.all_states')}
          value={filters.state}
          options={publicStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
      </div>
      <div>
        <Button icon="search">{t('filters.go')}</Button>
      </div>
    </form>
  );
}
