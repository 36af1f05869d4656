import { useT } from '#app/platform/i18n/use-t.ts';
import { searchLimit } from '#app/domains/ideas/rules.ts';
import type { IdeaFilters as IdeaFiltersValue } from '#app/domains/ideas/list-ideas.server.ts';
import { ideaSteps, type IdeaStep } from '#app/domains/ideas/types.ts';
import { Button } from '#app/ui/button.tsx';
import { FilterChoice } from '#app/ui/filter-choice.tsx';

type Props = {
  filters: IdeaFiltersValue;
  commitments: { slug: string; number: number; shortTitle: string }[];
  localities: { code: string; name: string }[];
};

/** The road's steps that a list can be narrowed to. */
const steps = ideaSteps.filter((step): step is Exclude<IdeaStep, 'idea'> => step !== 'idea');

/** Search and filters of the list: one plain GET form. */
export function IdeaFilters({ filters, commitments, localities }: Props) {
  const t = useT('ideas');
  const c = useT('common');
  const { text, commitmentSlug, localityCode, step, order } = filters;
  return (
    <form className="filters" action="/ideas" role="search" aria-label={t('filters.label')}>
      <div className="filters__q">
        <label className="field__label" htmlFor="q">
          {t('filters.words')}
        </label>
        <div>
          <input
            className="input"
            type="search"
            id="q"
            name="q"
            defaultValue={text ?? ''}
            maxLength={searchLimit}
            placeholder={t('filters.example')}
          />
          <Button kind="go" icon="search">
            {t('filters.search')}
          </Button>
        </div>
      </div>
      {order !== 'recientes' && <input type="hidden" name="orden" value={order} />}
      <details
        className="filters__more fold"
        open={Boolean(commitmentSlug || localityCode || step)}
      >
        <summary>{t(localities.length > 0 ? 'filters.more' : 'filters.more.city')}</summary>
        <div className="filters__in">
          <FilterChoice
            name="compromiso"
            label={t('filters.commitment')}
            all={t('filters.all_commitments')}
            value={commitmentSlug}
            options={commitments.map((item) => ({
              value: item.slug,
              label: t('filters.commitment_option', {
                number: item.number,
                title: item.shortTitle,
              }),
            }))}
          />
          {localities.length > 0 && (
            <FilterChoice
              name="localidad"
              label={t('filters.locality')}
              all={t('filters.all_city')}
              value={localityCode}
              options={localities.map((item) => ({ value: item.code, label: item.name }))}
            />
          )}
          <FilterChoice
            name="estado"
            label={t('filters.step')}
            all={t('filters.all_steps')}
            value={step}
            options={steps.map((each) => ({ value: each, label: c(`road.step.${each}`) }))}
          />
        </div>
      </details>
    </form>
  );
}
