import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { getFigures, getGoalProgress } from '#app/domains/figures/get-figures.server.ts';
import { listNamedScopes } from '#app/domains/figures/list-scopes.server.ts';
import { recallNames } from '#app/domains/figures/recall-names.server.ts';
import { everyPopulation, isScope, type Population } from '#app/domains/figures/rules.ts';
import { ScopeForm } from '#app/domains/figures/ui/figures-page.tsx';
import { BaselineSources, PastMeetings } from '#app/domains/figures/ui/figures-tables.tsx';
import { Published, Standing, useHeading } from '#app/domains/figures/ui/published-figures.tsx';
import { countOrganisations } from '#app/domains/groups/get-call.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { getPastFigures } from '#app/domains/meetings/list-meetings.server.ts';
import { recallMap } from '#app/domains/plan/recall-plan.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const asked = url.searchParams.get('ambito') ?? '';
  const scope = isScope(asked) ? asked : 'talleres';
  const given = url.searchParams.get('poblacion') ?? '';
  const population: Population = everyPopulation.find((each) => each === given) ?? 'asistieron';
  const [names, past, groups, scopes, figures, members, progress, choices, map] = await Promise.all(
    [
      recallNames(db, locale),
      getPastFigures(db),
      countOrganisations(db),
      listNamedScopes(db, scope, locale),
      getFigures(db, scope),
      listMembers(db, locale),
      getGoalProgress(db),
      recallGoalValues(db, locale),
      recallMap(db),
    ],
  );
  return {
    title: visit.t('figures')('page.title'),
    scope,
    population,
    past,
    groups,
    figures,
    progress,
    choices,
    names,
    map,
    scopes,
    circle: {
      gobierno: members.filter(({ sector }) => sector === 'gobierno').length,
      civil: members.filter(({ sector }) => sector === 'civil').length,
    },
  };
});

const topics = ['why', 'own', 'small', 'measure', 'fix'] as const;

/**
 * Who takes part, against who lives in the city: what took place is counted here; what people
 * declare is published in protected sums only.
 */
export default function Inclusion() {
  const data = useLoaderData<typeof loader>();
  const { figures, population, scope, scopes, past } = data;
  const t = useT('figures');
  const some = figures.measured.find((table) => table.population === population);
  const none = past.attended > 0 ? 'soon' : 'zero';
  return (
    <div className="l-wrap">
      <PageHead title={useHeading(data)} current={t('page.title')} lead={t('page.lead')} />
      <div className="l-stack l-stack--wide">
        {scopes.length > 0 && <ScopeForm scope={scope} population={population} scopes={scopes} />}
        {some ? (
          <Published data={data} some={some} />
        ) : (
          <Notice kind="sun" title={t(`page.${none}.title`)}>
            {t(`page.${none}.text`)}
          </Notice>
        )}
        <Standing measures={figures.standing} />
        {past.kinds.length > 0 && <PastMeetings past={past} />}
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`page.${key}.title`),
            text: t(`page.${key}.text`),
          }))}
        />
        {figures.baseline.length > 0 && <BaselineSources baseline={figures.baseline} />}
      </div>
    </div>
  );
}
