import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import type { MergeInput } from './schema.ts';
import { lockOrganisations, mergeInto } from './organisation.store.server.ts';
import { canMendOrganisations } from './policy.ts';

/** A person says that two groups are one: the one that stays takes the invitations of the other, and counts once. */
export async function mergeOrganisations(actor: Actor, input: MergeInput): Promise<void> {
  await inTransaction(async (tx) => {
    authorize(canMendOrganisations(actor));
    const both = await lockOrganisations(tx, [input.stays, input.goes]);
    if (both.length < 2) throw conflict('organisation_merged');
    await mergeInto(tx, input.goes, input.stays);
    await recordAudit(tx, actor, {
      action: 'groups.organisations-merged',
      subjectKind: 'organisation',
      subjectId: input.stays,
      data: { from: input.goes },
    });
  });
}
