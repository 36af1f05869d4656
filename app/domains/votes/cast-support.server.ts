import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { canSupport } from './policy.ts';
import { maySupport } from './rules.ts';
import { deleteSupport, insertSupport, selectSupportable } from './store.server.ts';
import type { SupportAct } from './types.ts';

/**
 * Supports an idea, or takes the support back. One a person and idea: the database's key decides, so
 * sixteen posts at once count one and get sixteen polite answers. `changed` says whether anything did.
 */
export async function castSupport(
  actor: Actor,
  input: { ideaId: string | undefined; act: SupportAct },
): Promise<{ changed: boolean }> {
  const { ideaId, act } = input;
  if (!isId(ideaId)) throw notFound('page_not_found');
  return await inTransaction(async (tx) => {
    const idea = await selectSupportable(tx, ideaId, true);
    if (!idea) throw notFound('page_not_found');
    authorize(canSupport(actor, idea));
    authorize(maySupport(idea, now()));
    const personId = personIdOf(actor);
    const changed =
      act === 'apoyar'
        ? await insertSupport(tx, ideaId, personId, now())
        : await deleteSupport(tx, ideaId, personId);
    if (changed) {
      const action = act === 'apoyar' ? 'votes.support-cast' : 'votes.support-withdrawn';
      await recordAudit(tx, actor, { action, subjectKind: 'idea', subjectId: ideaId });
    }
    return { changed };
  });
}
