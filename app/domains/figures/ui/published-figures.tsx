import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Figures, PublishedFigures } from '#app/domains/figures/get-figures.server.ts';
import type { GoalProgress } from '#app/domains/figures/goal-progress.ts';
import type { Population } from '#app/domains/figures/rules.ts';
import type { CatalogueNames } from '#app/domains/figures/types.ts';
import { ByGroup, JourneyByGroup, KeyFigures } from '#app/domains/figures/ui/figures-page.tsx';
import { FiguresTables } from '#app/domains/figures/ui/figures-tables.tsx';
import { GoalCharts } from '#app/domains/figures/ui/goal-charts.tsx';
import { LocalitySection } from '#app/domains/figures/ui/locality-section.tsx';
import { useLabels } from '#app/domains/figures/ui/use-labels.ts';
import type { GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import type { PastFigures } from '#app/domains/meetings/list-meetings.server.ts';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';
import { formatList } from '#app/platform/i18n/format.ts';
import { useLocale, useT } from '#app/platform/i18n/use-t.ts';
import { Notice } from '#app/ui/notice.tsx';

type Shown = {
  figures: Figures;
  population: Population;
  scope: string;
  names: CatalogueNames;
  past: PastFigures;
  groups: { tookPart: number };
  circle: { gobierno: number; civil: number };
  progress: GoalProgress[];
  choices: GoalChoices;
  map: TerritoryMap | null;
};

/** The heading: who took part, and whether a locality is missing people. */
export function useHeading({
  figures,
  population,
  past,
}: Pick<Shown, 'figures' | 'population' | 'past'>): string {
  const t = useT('figures');
  const tables = figures.measured.filter((table) => table.population === population);
  const said = () => {
    if (tables[0]) return t(`heading.${population}`, { people: tables[0].people });
    return past.attended > 0
      ? t(past.localities > 0 ? 'past.title' : 'past.title.city', {
          attended: past.attended,
          localities: past.localities,
        })
      : t('page.heading');
  };
  const isMissing = tables
    .find(({ measure }) => measure === 'localidad')
    ?.rows.some((row) => row.finding === 'missing');
  return isMissing ? t('heading.with_missing', { heading: said() }) : said();
}

/** Which figures wait, where something published before keeps new ones back. */
export function Standing({ measures }: { measures: readonly Measure[] }) {
  const t = useT('figures');
  const locale = useLocale();
  if (measures.length === 0) return null;
  const names = measures.map((measure) => t(`measure.${measure}`));
  return (
    <Notice kind="sun" title={t('page.standing.title', { measures: formatList(names, locale) })}>
      {t('page.standing.text')}
    </Notice>
  );
}

/** What is published of the people of a scope. */
export function Published({ data, some }: { data: Shown; some: PublishedFigures }) {
  const { figures, population, scope, names, past, groups, circle, progress, choices, map } = data;
  const t = useT('figures');
  const label = useLabels(names);
  const tables = figures.measured.filter((table) => table.population === population);
  const localities = tables.find(({ measure }) => measure === 'localidad');
  return (
    <>
      <KeyFigures tables={tables} past={past} groups={groups} circle={circle} />
      {localities && (
        <LocalitySection
          table={localities}
          map={map}
          label={(code) => label('localidad', code)}
          tools={
            <Notice kind="sun" title={t('next.title')}>
              {t('next.text')} <a href="/talleres">{t('next.link')}</a>
            </Notice>
          }
        />
      )}
      <ByGroup tables={tables} label={label} />
      {progress.length > 0 && <GoalCharts progress={progress} choices={choices} />}
      <JourneyByGroup tables={figures.measured} label={label} />
      <FiguresTables
        tables={tables}
        releasedAt={some.releasedAt}
        scope={scope}
        hasMap={map !== null && localities !== undefined}
        label={label}
      />
    </>
  );
}
