import { systemActor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction } from '#app/platform/db/db.server.ts';
import { lockProposal } from '#app/domains/proposals/lock-proposal.server.ts';
import { returnProposal } from '#app/domains/proposals/settle-proposal.server.ts';
import { selectReturning } from './decision.store.server.ts';
import { deleteSession } from './store.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';

/**
 * Puts every deferred proposal whose date has come before its commission again, with an empty table and a
 * fresh date.
 */
export async function returnDeferred(): Promise<void> {
  for (const id of await selectReturning(getDb(), civilDay(now()))) {
    await inTransaction(async (tx) => {
      const proposal = await lockProposal(tx, id);
      if (proposal.state !== 'aplazada') return;
      await returnProposal(tx, proposal, now());
      await deleteSession(tx, id);
      await recordAudit(tx, systemActor, {
        action: 'circle.proposal-returned',
        subjectKind: 'propuesta',
        subjectId: id,
      });
    });
  }
}
