import { invalid } from '#app/kernel/errors.ts';

/** `?limite=` of the read API: 20 when absent, at most 100 (contract, section 6). */
export function readLimit(url: URL, most = 100): number {
  const given = url.searchParams.get('limite');
  if (given === null) return 20;
  const limit = Number(given);
  if (!/^\d+$/.test(given) || limit < 1 || limit > most)
    throw invalid('limit_malformed', { max: most });
  return limit;
}
