import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { requireVerified } from '#app/domains/accounts/policy.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { isLocality } from '#app/domains/plan/list-localities.server.ts';
import { checkText } from './checks.ts';
import { insertRevision } from './history.store.server.ts';
import { requireOpenPhase } from './open-phase.server.ts';
import { canWriteIdea } from './policy.ts';
import { insertIdea, insertStepEntries, selectCommitmentId, selectIdea } from './store.server.ts';
import type { IdeaFields } from './types.ts';

export type IdeaInput = {
  /** The commitment's slug. */
  commitment: string;
  title: string;
  description?: string | undefined;
  /** The locality's code. */
  locality?: string | undefined;
};

/** The fields of a form as an idea keeps them; an unknown commitment or locality is a field error. */
export async function readFields(
  tx: Tx,
  input: IdeaInput,
  lang: 'es' | 'en',
): Promise<IdeaFields & { publishesFirst: boolean }> {
  const commitment = await selectCommitmentId(tx, input.commitment);
  if (!commitment) throw fieldErrors({ compromiso: 'choose_one' });
  if (input.locality && !(await isLocality(tx, input.locality)))
    throw fieldErrors({ localidad: 'choose_one' });
  return {
    commitmentId: commitment.id,
    publishesFirst: commitment.publishesFirst,
    title: input.title,
    description: input.description ?? '',
    localityCode: input.locality ?? null,
    lang,
  };
}

/** Whether an idea still stands: one that was taken back may be written again. */
const isThereFor =
  (actor: Actor) =>
  async (tx: Tx, { id }: { id: string }) => {
    const idea = await selectIdea(tx, id, actor.personId);
    return idea !== null && idea.state !== 'retirada';
  };

/** Keeps an idea as its author's draft: nobody else sees it. */
export async function draftIdea(actor: Actor, input: IdeaInput): Promise<{ id: string }> {
  return await actOnce(
    actor,
    { act: 'ideas.draft', content: input },
    async (tx) => {
      authorize(canWriteIdea(actor));
      const fields = await readFields(tx, input, actor.locale);
      const id = newId();
      await insertIdea(tx, {
        ...fields,
        id,
        authorId: actor.personId,
        origin: 'web',
        state: 'borrador',
        findings: [],
        at: now(),
      });
      return { id };
    },
    isThereFor(actor),
  );
}

/** Sends a new idea: it waits for triage, or is public at once where the plan publishes first. */
export async function submitIdea(actor: Actor, input: IdeaInput): Promise<{ id: string }> {
  return await actOnce(
    actor,
    { act: 'ideas.submit', content: input },
    async (tx) => {
      authorize(canWriteIdea(actor));
      requireVerified(actor);
      const fields = await readFields(tx, input, actor.locale);
      await requireOpenPhase(tx, fields.commitmentId, 'ideas');
      const id = newId();
      await insertIdea(tx, {
        ...fields,
        id,
        authorId: actor.personId,
        origin: 'web',
        state: 'enviada',
        findings: checkText(fields.title, fields.description),
        at: now(),
      });
      await afterSubmit(tx, actor, id, fields, 1);
      return { id };
    },
    isThereFor(actor),
  );
}

/** What every sent idea leaves behind: its first version, the first step of the road, the audit row and the receipt. */
export async function afterSubmit(
  tx: Tx,
  actor: Actor,
  id: string,
  fields: IdeaFields,
  version: number,
): Promise<void> {
  await insertRevision(tx, {
    ideaId: id,
    version,
    ...fields,
    authorId: actor.personId,
    at: now(),
    status: 'publica',
  });
  await insertStepEntries(tx, [id], 'idea', '', now());
  await recordAudit(tx, actor, {
    action: 'ideas.idea-submitted',
    subjectKind: 'idea',
    subjectId: id,
    data: { commitmentId: fields.commitmentId },
  });
  if (actor.personId)
    await notify(tx, {
      personIds: [actor.personId],
      kind: 'idea_received',
      subject: { kind: 'idea', id },
      params: { title: fields.title },
    });
}
