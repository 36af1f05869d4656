import { invalid, notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getFigures, type Figures } from './get-figures.server.ts';
import { everyPopulation, isScope, type Population } from './rules.ts';

/** The population that an address names, else who came. */
export function readPopulation(url: URL): Population {
  const given = url.searchParams.get('poblacion') || 'asistieron';
  const population = everyPopulation.find((each) => each === given);
  if (!population) throw invalid('population_unknown');
  return population;
}

/**
 * What is published of the scope that an address names. What is none, and that of which nothing is
 * published, are not found, each with its reason: there is no table of nobody.
 */
export async function requireFigures(db: Db, url: URL): Promise<Figures> {
  const scope = url.searchParams.get('ambito') || 'plan';
  if (!isScope(scope)) throw notFound('scope_unknown_public');
  const figures = await getFigures(db, scope);
  if (figures.measured.length === 0) throw notFound('figures_unpublished');
  return figures;
}
