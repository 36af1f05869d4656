import { systemActor } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { retentionDays } from '#app/kernel/retention.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { insertCall, takeReturned } from './call.store.server.ts';
import { emptySettled } from './erasure.store.server.ts';
import { callDue } from './rules.ts';

const day = 86_400_000;

/** Names, contacts and texts go when their time is over; that there was a letter and its dates stay. */
async function sweepRetention(): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now();
    const count = await emptySettled(tx, new Date(at.getTime() - retentionDays * day), at);
    if (count === 0) return;
    await recordAudit(tx, systemActor, {
      action: 'letters.letters-purged',
      subjectKind: 'letter',
      subjectId: newId(),
      data: { count, days: retentionDays },
    });
  });
}

/** Who gave an address that mails come back from is called about what the mail said, where they left a telephone. */
async function sweepReturned(): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now();
    for (const { id, phone, about } of await takeReturned(tx, at))
      if (phone) await insertCall(tx, { letterId: id, about, dueAt: callDue(at), at });
  });
}

/** What falls due in this slice. */
export const sweeps = {
  'letters.retention': sweepRetention,
  'letters.returned-mail': sweepReturned,
};
