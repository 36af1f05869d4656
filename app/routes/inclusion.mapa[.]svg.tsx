import { renderToStaticMarkup } from 'react-dom/server';
import { invalid, notFound } from '#app/kernel/errors.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { getFigures } from '#app/domains/inclusion/get-figures.server.ts';
import { isScope, populations } from '#app/domains/inclusion/rules.ts';
import { shadeOf } from '#app/domains/inclusion/ui/locality-section.tsx';
import { MapFile } from '#app/domains/plan/ui/locality-map.tsx';

/** The map of a scope as a file of its own, with its title, its key and where it comes from. */
export const loader = resource(async ({ visit, url }) => {
  const scope = url.searchParams.get('ambito') || 'plan';
  const population = url.searchParams.get('poblacion') || 'asistieron';
  if (!isScope(scope) || !populations.some((each) => each === population)) throw invalid('scope_unknown_public');
  const table = (await getFigures(visit.db, scope)).measured.find((each) => each.measure === 'localidad' && each.population === population);
  if (!table) throw notFound('page_not_found');
  const t = visit.t('inclusion');
  const shades = ['less', 'even', 'more', 'hidden', 'none'] as const;
  const of = (code: string) => shadeOf(table.rows.find(({ value }) => value === code));
  const used = shades.filter((shade) => table.rows.some((row) => shadeOf(row) === shade));
  const svg = renderToStaticMarkup(<MapFile title={t('map.title')} lang={visit.locale} keys={used.map((shade) => ({ shade, label: t(`map.${shade}`) }))} shade={of} source={t('sources.map')} />);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Content-Disposition': `attachment; filename="inclusion-${scope.replace(':', '-')}.svg"` } });
});
