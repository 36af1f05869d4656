import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { invalid, notFound } from '#app/kernel/errors.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';
import { getGoalProgress } from '#app/domains/figures/get-figures.server.ts';
import { recallNames } from '#app/domains/figures/recall-names.server.ts';
import { readPopulation, requireFigures } from '#app/domains/figures/require-figures.server.ts';
import { GoalFile, GroupFile, LocalityFile } from '#app/domains/figures/ui/picture-files.tsx';
import { recallMap } from '#app/domains/plan/recall-plan.server.ts';
import { recallGoalValues } from '#app/domains/groups/list-goals.server.ts';

const kinds = ['mapa', 'grupos', 'metas'] as const;

/** A picture of the page as a file of its own: `figura=mapa|grupos|metas`, of a scope. */
export const loader = resource(async ({ visit, url }) => {
  const kind = kinds.find((each) => each === (url.searchParams.get('figura') || 'mapa'));
  if (!kind) throw invalid('picture_unknown');
  const population = readPopulation(url);
  const { scope, measured } = await requireFigures(visit.db, url);
  const tables = measured.filter((table) => table.population === population);
  const pictures: Record<typeof kind, () => Promise<ReactElement | null>> = {
    mapa: async () => {
      const table = tables.find(({ measure }) => measure === 'localidad');
      const map = await recallMap(visit.db);
      return table && map ? <LocalityFile table={table} map={map} /> : null;
    },
    grupos: async () => {
      return tables.length > 0 ? (
        <GroupFile tables={tables} names={await recallNames(visit.db, visit.locale)} />
      ) : null;
    },
    metas: async () => {
      const progress = await getGoalProgress(visit.db);
      return progress.length > 0 ? (
        <GoalFile progress={progress} choices={await recallGoalValues(visit.db, visit.locale)} />
      ) : null;
    },
  };
  const picture = await pictures[kind]();
  if (!picture) throw notFound('figures_unpublished');
  const svg = renderToStaticMarkup(
    <TranslatorContext.Provider value={visit.translator}>{picture}</TranslatorContext.Provider>,
  );
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="inclusion-${kind}-${scope.replace(':', '-')}.svg"`,
    },
  });
});
