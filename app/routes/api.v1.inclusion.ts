import { invalid } from '#app/kernel/errors.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { isVariable, thresholdOf } from '#app/domains/inclusion/rules.ts';

/** `GET /api/v1/inclusion?ambito=&variable=`: who takes part. Nobody has declared anything yet: nobody is counted, and no row is shown. */
export const loader = api(async ({ visit, url }) => {
  const scope = url.searchParams.get('ambito') || 'plan';
  const variable = url.searchParams.get('variable') || 'genero';
  if (!isVariable(variable)) throw invalid('variable_unknown');
  if (scope !== 'plan') throw invalid('scope_unknown_public');
  const t = visit.t('inclusion');
  return {
    ambito: scope, variable, definicion: t(`definition.${variable}`), corte: civilDay(now()), umbral: thresholdOf(variable),
    n: 0, no_responde: 0, fuente: t('api.source'), filas: [],
  };
});
