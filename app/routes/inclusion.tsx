import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { recallCommitments } from '#app/domains/plan/recall-plan.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import {
  getFigures,
  getGoalProgress,
  listScopes,
} from '#app/domains/figures/get-figures.server.ts';
import { recallNames } from '#app/domains/figures/recall-names.server.ts';
import { isScope, everyPopulation, levelOf, type Population } from '#app/domains/figures/rules.ts';
import {
  ByGroup,
  JourneyByGroup,
  KeyFigures,
  ScopeForm,
} from '#app/domains/figures/ui/figures-page.tsx';
import {
  BaselineSources,
  FiguresTables,
  PastMeetings,
} from '#app/domains/figures/ui/figures-tables.tsx';
import { GoalCharts } from '#app/domains/figures/ui/goal-charts.tsx';
import { LocalitySection } from '#app/domains/figures/ui/locality-section.tsx';
import { useLabels } from '#app/domains/figures/ui/use-labels.ts';
import { countOrganisations } from '#app/domains/groups/get-call.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { getPastFigures, getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

/** The title of the meeting that a scope names, where it is one that everybody may see. */
async function findMeetingTitle({ db }: Visit, scope: string): Promise<string | null> {
  return scope.startsWith('taller:')
    ? (await getMeeting(db, null, scope.slice('taller:'.length))).title
    : null;
}

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const asked = url.searchParams.get('ambito') ?? '';
  const scope = isScope(asked) ? asked : 'talleres';
  const given = url.searchParams.get('poblacion') ?? '';
  const population: Population = everyPopulation.find((each) => each === given) ?? 'asistieron';
  const [names, commitments, phases, past, groups, scopes, figures, members, progress, choices] =
    await Promise.all([
      recallNames(db, locale),
      recallCommitments(db, locale),
      getPhases(db, locale),
      getPastFigures(db),
      countOrganisations(db),
      listScopes(db),
      getFigures(db, scope),
      listMembers(db, locale),
      getGoalProgress(db),
      recallGoalValues(db, locale),
    ]);
  // What was asked for has its name in the list also before anything of it is published.
  const asking = scopes.some((each) => each.scope === scope)
    ? scopes
    : [{ scope, title: await findMeetingTitle(visit, scope) }, ...scopes];
  const named = asking.map(({ scope: key, title }) => ({
    key,
    title:
      title ??
      commitments.find(({ slug }) => key === `compromiso:${slug}`)?.shortTitle ??
      phases.find(({ kind }) => key === `fase:${kind}`)?.name ??
      null,
    isPublished: scopes.some((each) => each.scope === key),
  }));
  const known = named.filter(({ key, title }) => title !== null || levelOf(key) === 0);
  if (!known.some(({ key }) => key === scope)) throw notFound('scope_unknown_public');
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
    scopes: known,
    circle: {
      gobierno: members.filter(({ sector }) => sector === 'gobierno').length,
      civil: members.filter(({ sector }) => sector === 'civil').length,
    },
  };
});

type Data = Awaited<ReturnType<typeof loader>>;

const topics = ['why', 'own', 'small', 'measure', 'fix'] as const;

/** The heading: who took part, and whether a locality is missing people. */
function useHeading({ figures, population, past }: Pick<Data, 'figures' | 'population' | 'past'>) {
  const t = useT('figures');
  const tables = figures.measured.filter((table) => table.population === population);
  const said = () => {
    if (tables[0]) return t(`heading.${population}`, { people: tables[0].people });
    return past.attended > 0
      ? t('past.title', { attended: past.attended, localities: past.localities })
      : t('page.heading');
  };
  const isMissing = tables
    .find(({ measure }) => measure === 'localidad')
    ?.rows.some((row) => row.finding === 'missing');
  return isMissing ? t('heading.with_missing', { heading: said() }) : said();
}

/** What is published of the people of a scope. */
function Published({ data, some }: { data: Data; some: Data['figures']['measured'][number] }) {
  const { figures, population, scope, names, past, groups, circle, progress, choices } = data;
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
      <FiguresTables tables={tables} releasedAt={some.releasedAt} scope={scope} label={label} />
    </>
  );
}

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
