import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listMembers } from '#app/domains/circle/list-members.server.ts';
import { recallCommitments } from '#app/domains/plan/recall-plan.server.ts';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import {
  getFigures,
  getGoalProgress,
  listScopes,
} from '#app/domains/figures/get-figures.server.ts';
import { recallNames } from '#app/domains/figures/recall-names.server.ts';
import { isScope, everyPopulation, type Population } from '#app/domains/figures/rules.ts';
import {
  ByGroup,
  Downloads,
  Findings,
  JourneyByGroup,
  ScopeForm,
} from '#app/domains/figures/ui/figures-page.tsx';
import { GoalCharts } from '#app/domains/figures/ui/goal-charts.tsx';
import { LocalitySection } from '#app/domains/figures/ui/locality-section.tsx';
import { MeasureTable } from '#app/domains/figures/ui/measure-table.tsx';
import { useLabels } from '#app/domains/figures/ui/use-labels.ts';
import { countOrganisations } from '#app/domains/groups/get-call.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { getHeldFigures } from '#app/domains/meetings/list-meetings.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';
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
  const [names, commitments, phases, held, groups, scopes, figures, members, progress, choices] =
    await Promise.all([
      recallNames(db, locale),
      recallCommitments(db, locale),
      getPhases(db, locale),
      getHeldFigures(db),
      countOrganisations(db),
      listScopes(db),
      getFigures(db, scope),
      listMembers(db, locale),
      getGoalProgress(db),
      recallGoalValues(db, locale),
    ]);
  return {
    title: visit.t('figures')('page.title'),
    scope,
    population,
    held,
    groups,
    figures,
    progress,
    choices,
    names,
    scopes: scopes.map(({ scope: key, title }) => ({
      key,
      title:
        title ??
        commitments.find(({ slug }) => key === `compromiso:${slug}`)?.shortTitle ??
        phases.find(({ kind }) => key === `fase:${kind}`)?.name ??
        null,
    })),
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
  const { figures, population, scope, scopes, names, held, groups, circle, progress, choices } =
    useLoaderData<typeof loader>();
  const t = useT('figures');
  const w = useT('meetings');
  const f = useFormat();
  const label = useLabels(names);
  const tables = figures.measured.filter((table) => table.population === population);
  const localities = tables.find(({ measure }) => measure === 'localidad');
  const some = tables[0];
  const heading = some
    ? t(`heading.${population}`, { people: some.people })
    : held.attended > 0
      ? t('held.title', { attended: held.attended, localities: held.localities })
      : t('page.heading');
  const missing = (localities?.rows ?? []).some((row) => (row.missing ?? 0) > 0);
  return (
    <div className="l-wrap">
      <PageHead
        title={missing ? t('heading.with_missing', { heading }) : heading}
        current={t('page.title')}
        lead={t('page.lead')}
      />
      <div className="l-stack l-stack--wide">
        {scopes.length > 0 && <ScopeForm scope={scope} population={population} scopes={scopes} />}
        {some ? (
          <>
            <Findings tables={tables} held={held} groups={groups} circle={circle} label={label} />
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
            <section className="l-stack" aria-labelledby="tablas">
              <h2 id="tablas">{t('tables.title')}</h2>
              <p>{t('tables.lead', { date: f.date(some.releasedAt, 'long') })}</p>
              {tables.map((table) => (
                <Fold key={table.measure} summary={t(`measure.${table.measure}`)}>
                  <p className="u-small">
                    {t(`definition.${table.measure}`)}{' '}
                    {t('released', { date: f.date(table.releasedAt, 'long') })}{' '}
                    {table.distance !== null &&
                      t('distance', { share: Math.round(table.distance * 100) })}
                  </p>
                  <MeasureTable
                    table={table}
                    label={(value) => label(table.measure, value)}
                    caption={t('tables.caption', {
                      measure: t(`measure.${table.measure}`),
                      people: table.people,
                    })}
                  />
                </Fold>
              ))}
              <Downloads scope={scope} />
            </section>
          </>
        ) : (
          <Notice
            kind="sun"
            title={held.attended > 0 ? t('page.soon.title') : t('page.zero.title')}
          >
            {held.attended > 0 ? t('page.soon.text') : t('page.zero.text')}
          </Notice>
        )}
        {held.kinds.length > 0 && (
          <section className="l-stack" aria-labelledby="realizados">
            <h2 id="realizados">
              {t('held.title', { attended: held.attended, localities: held.localities })}
            </h2>
            <DataTable
              caption={t('held.caption')}
              columns={[
                { key: 'kind', label: t('held.kind') },
                { key: 'meetings', label: t('held.meetings'), numeric: true },
                { key: 'attended', label: t('held.attended'), numeric: true },
              ]}
              rows={held.kinds.map((row) => ({
                id: row.kind,
                kind: w(`kind.${row.kind}`),
                meetings: f.number(row.meetings),
                attended: f.number(row.attended),
              }))}
            />
          </section>
        )}
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`page.${key}.title`),
            text: t(`page.${key}.text`),
          }))}
        />
        {figures.baseline.length > 0 && (
          <section className="l-stack" aria-labelledby="fuentes">
            <h2 id="fuentes">{t('sources.title')}</h2>
            <ul className="l-stack l-stack--tight">
              {[
                ...new Map(
                  figures.baseline.map((row) => [
                    `${row.measure} ${row.source} ${row.definition}`,
                    row,
                  ]),
                ).values(),
              ].map((row) => (
                <li key={`${row.measure} ${row.source} ${row.definition}`}>
                  <strong>{t(`measure.${row.measure}`)}</strong>{' '}
                  <span lang="es">
                    {t('sources.row', {
                      definition: row.definition,
                      source: row.source,
                      date: row.asOf,
                    })}
                  </span>
                </li>
              ))}
            </ul>
            <p className="u-small u-mute">
              {t('sources.map')} {t('sources.gender')} {t('sources.sample')}
            </p>
          </section>
        )}
      </div>
    </div>
  );
}
