import type { Tx } from '#app/platform/db/db.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { selectToTell } from './person.store.server.ts';

const batch = 500;

export type Told = {
  kind: 'idea_in_proposal' | 'proposal_decided' | 'proposal_deferred';
  proposalId: string;
  ideaIds: string[];
  /** Tells apart notices of one kind about one proposal (two deferrals). */
  ref?: string;
  params: Record<string, string | number>;
};

/**
 * Tells a batch of the authors and supporters of some ideas, each person once; false when all know. The
 * caller holds the proposal locked, so that a repeated job waits and then finds nobody left.
 */
export async function tellPeople(tx: Tx, told: Told): Promise<boolean> {
  const personIds = await selectToTell(
    tx,
    {
      ideaIds: told.ideaIds,
      kind: told.kind,
      subjectId: told.proposalId,
      ...(told.ref ? { ref: told.ref } : {}),
    },
    batch,
  );
  if (personIds.length === 0) return false;
  await notify(tx, {
    personIds,
    kind: told.kind,
    subject: { kind: 'propuesta', id: told.proposalId },
    params: told.ref ? { ...told.params, ref: told.ref } : told.params,
  });
  return personIds.length === batch;
}
