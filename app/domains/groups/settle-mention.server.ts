import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { OrganisationInput } from './schema.ts';
import type { MentionOutcome } from './types.ts';
import { lockMention, updateMention, type CountedMention } from './mention.store.server.ts';
import { lockOrganisations } from './organisation.store.server.ts';
import { canMendOrganisations } from './policy.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { sayTwice, writeOrganisation } from './save-organisation.server.ts';

/** A name that people wrote at a meeting that the actor runs, held. */
async function holdMention(tx: Tx, actor: Actor, id: string | undefined): Promise<CountedMention> {
  authorize(canMendOrganisations(actor));
  const mention = isId(id) ? await lockMention(tx, id) : null;
  if (!mention) throw notFound('page_not_found');
  authorize(canRunMeeting(actor, await getAnyMeeting(tx, mention.meetingId)));
  return mention;
}

/** The audit row says what became of it, never the name: it was declared. */
async function settle(
  tx: Tx,
  actor: Actor,
  mention: CountedMention,
  outcome: MentionOutcome,
): Promise<void> {
  if (outcome.kind !== 'open' && (mention.organisation || mention.isDiscarded))
    throw conflict('mention_settled');
  await updateMention(tx, mention.id, outcome, actor.personId, now());
  await recordAudit(tx, actor, {
    action: 'groups.mention-settled',
    subjectKind: 'meeting',
    subjectId: mention.meetingId,
    data: {
      mentionId: mention.id,
      outcome: outcome.kind,
      ...(outcome.kind === 'linked' ? { organisationId: outcome.organisationId } : {}),
    },
  });
}

/** A person says that a name stands for a group of the catalogue. */
export async function linkMention(
  actor: Actor,
  id: string | undefined,
  organisationId: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const mention = await holdMention(tx, actor, id);
    const [organisation] = await lockOrganisations(tx, [organisationId]);
    if (!organisation) throw fieldErrors({ organizacion: 'value_unknown' });
    await settle(tx, actor, mention, { kind: 'linked', organisationId: organisation.id });
  });
}

/** A person says that a name stands for a group that the catalogue lacks, and adds it. */
export async function nameMention(
  actor: Actor,
  id: string | undefined,
  input: OrganisationInput,
): Promise<void> {
  await sayTwice(
    async () =>
      await inTransaction(async (tx) => {
        const mention = await holdMention(tx, actor, id);
        const { id: organisationId } = await writeOrganisation(tx, actor, {
          ...input,
          id: undefined,
        });
        await settle(tx, actor, mention, { kind: 'linked', organisationId });
      }),
  );
}

/** A person says that a name stands for no group. */
export async function discardMention(actor: Actor, id: string | undefined): Promise<void> {
  await inTransaction(
    async (tx) => await settle(tx, actor, await holdMention(tx, actor, id), { kind: 'discarded' }),
  );
}

/** What was said of a name was a mistake: it waits again. */
export async function reopenMention(actor: Actor, id: string | undefined): Promise<void> {
  await inTransaction(
    async (tx) => await settle(tx, actor, await holdMention(tx, actor, id), { kind: 'open' }),
  );
}
