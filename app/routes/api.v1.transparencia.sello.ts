import { countPublicAudit } from '#app/platform/audit/count-audit.server.ts';
import { api } from '#app/platform/http/api.server.ts';

/**
 * `GET /api/v1/transparencia/sello`: how far the public register goes. `raiz` is null until its entries are
 * sequenced and proved.
 */
export const loader = api(async ({ visit }) => {
  const { entries, lastAt, lastId } = await countPublicAudit(visit.db);
  return {
    entradas: entries,
    ultima: lastId ? { id: lastId, fecha: lastAt?.toISOString() ?? null } : null,
    raiz: null,
    nota: visit.t('transparency')('seal.note'),
  };
});
