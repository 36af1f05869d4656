import { type Actor, personIdOf } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { endSessionsOf } from '#app/platform/session/session.server.ts';
import { canUseAccount } from './policy.ts';

/** Ends one of the own sessions. */
export async function closeSession(actor: Actor, sessionId: string): Promise<void> {
  authorize(canUseAccount(actor));
  await inTransaction(async (tx) => {
    const closed = await endSessionsOf(tx, personIdOf(actor), { only: sessionId });
    if (closed === 0) throw notFound('page_not_found');
    await recordAudit(tx, actor, {
      action: 'accounts.sessions-closed',
      subjectKind: 'person',
      subjectId: personIdOf(actor),
      data: { closed },
    });
  });
}

/** Ends every session of the own account but the one in use. */
export async function closeOtherSessions(actor: Actor): Promise<void> {
  authorize(canUseAccount(actor));
  await inTransaction(async (tx) => {
    const closed = await endSessionsOf(tx, personIdOf(actor), { except: actor.sessionId });
    await recordAudit(tx, actor, {
      action: 'accounts.sessions-closed',
      subjectKind: 'person',
      subjectId: personIdOf(actor),
      data: { closed },
    });
  });
}
