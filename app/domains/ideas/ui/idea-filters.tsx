import { useT } from '#app/platform/i18n/use-t.ts';
import { searchLimit } from '#app/domains/ideas/rules.ts';
import { ideaSteps, type IdeaStep } from '#app/domains/ideas/types.ts';
import { Button } from '#app/ui/button.tsx';

type Props = {
  q: string;
  compromiso: string;
  localidad: string;
  estado: string;
  orden: string;
  commitments: { slug: string; number: number; shortTitle: string }[];
  localities: { code: string; name: string }[];
};

/** The road's steps that a list can be narrowed to. */
const steps = ideaSteps.filter((step): step is Exclude<IdeaStep, 'idea'> => step !== 'idea');

/** Search and filters of the list: one plain GET form. */
export function IdeaFilters({
  q,
  compromiso,
  localidad,
  estado,
  orden,
  commitments,
  localities,
}: Props) {
  const t = useT('ideas');
  const c = useT('common');
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
            defaultValue={q}
            maxLength={searchLimit}
            placeholder={t('filters.example')}
          />
          <Button kind="go" icon="search">
            {t('filters.search')}
          </Button>
        </div>
      </div>
      {orden !== 'recientes' && <input type="hidden" name="orden" value={orden} />}
      <details className="filters__more fold" open={Boolean(compromiso || localidad || estado)}>
        <summary>{t('filters.more')}</summary>
        <div className="filters__in">
          <div>
            <label className="field__label" htmlFor="compromiso">
              {t('filters.commitment')}
            </label>
            <select className="input" id="compromiso" name="compromiso" defaultValue={compromiso}>
              <option value="">{t('filters.all_commitments')}</option>
              {commitments.map((item) => (
                <option key={item.slug} value={item.slug}>
                  {t('filters.commitment_option', { number: item.number, title: item.shortTitle })}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label className="field__label" htmlFor="localidad">
              {t('filters.locality')}
            </label>
            <select className="input" id="localidad" name="localidad" defaultValue={localidad}>
              <option value="">{t('filters.all_city')}</option>
              {localities.map((item) => (
                <option key={item.code} value={item.code}>
                  {item.name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label className="field__label" htmlFor="estado">
              {t('filters.step')}
            </label>
            <select className="input" id="estado" name="estado" defaultValue={estado}>
              <option value="">{t('filters.all_steps')}</option>
              {steps.map((step) => (
                <option key={step} value={step}>
                  {c(`road.step.${step}`)}
                </option>
              ))}
            </select>
          </div>
        </div>
      </details>
    </form>
  );
}
