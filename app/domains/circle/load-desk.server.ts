import { redirectTo } from '#app/platform/http/route.server.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';
import { getDesk, type Desk } from './get-desk.server.ts';

/**
 * What the pages of a table show. The addresses of acts show it too, when a post was refused (the visit then has
 * its status); opened by a link they lead to the table.
 */
export async function loadDesk(
  visit: Visit,
  proposalId: string | undefined,
  options: { isAct: boolean },
): Promise<{ title: string; desk: Desk }> {
  const actor = visit.requireRole('circulo', 'monitoreo', 'coordinacion');
  if (options.isAct && visit.status === undefined)
    throw redirectTo(`/circulo/mesa/${proposalId ?? ''}`);
  const desk = await getDesk(visit.db, actor, proposalId, visit.locale);
  return { title: visit.t('circle')('desk.page', { number: desk.proposal.number }), desk };
}
