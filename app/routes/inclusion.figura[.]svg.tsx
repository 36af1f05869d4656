import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { invalid, notFound } from '#app/kernel/errors.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { getFigures, getGoalProgress } from '#app/domains/inclusion/get-figures.server.ts';
import { isScope, everyPopulation } from '#app/domains/inclusion/rules.ts';
import { GoalFile, GroupFile, LocalityFile } from '#app/domains/inclusion/ui/picture-files.tsx';
import { listGoalValues } from '#app/domains/workshops/list-goals.server.ts';

const kinds = ['mapa', 'grupos', 'metas'] as const;

/** A picture of the page as a file of its own: `figura=mapa|grupos|metas`, of a scope. */
export const loader = resource(async ({ visit, url }) => {
  const kind = kinds.find((each) => each === (url.searchParams.get('figura') || 'mapa'));
  const scope = url.searchParams.get('ambito') || 'plan';
  const population = url.searchParams.get('poblacion') || 'asistieron';
  if (!kind || !isScope(scope) || !everyPopulation.some((each) => each === population)) throw invalid('scope_unknown_public');
  const [tables, progress, choices, localities] = await Promise.all([
    getFigures(visit.db, scope).then(({ measured }) => measured.filter((table) => table.population === population)), kind === 'metas' ? getGoalProgress(visit.db) : [], listGoalValues(visit.db, visit.locale), listLocalities(visit.db),
  ]);
  const names = { localidad: Object.fromEntries(localities.map(({ code, name }) => [code, name])) };
  const map = tables.find(({ measure }) => measure === 'localidad');
  const pictures: Record<typeof kind, ReactElement | null> = {
    mapa: map ? <LocalityFile table={map} /> : null,
    grupos: tables.length > 0 ? <GroupFile tables={tables} names={names} /> : null,
    metas: progress.length > 0 ? <GoalFile progress={progress} choices={choices} /> : null,
  };
  if (!pictures[kind]) throw notFound('page_not_found');
  const svg = renderToStaticMarkup(<TranslatorContext.Provider value={visit.translator}>{pictures[kind]}</TranslatorContext.Provider>);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Content-Disposition': `attachment; filename="inclusion-${kind}-${scope.replace(':', '-')}.svg"` } });
});
