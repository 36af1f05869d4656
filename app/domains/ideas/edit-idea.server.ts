import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { requireVerified } from '#app/domains/accounts/policy.ts';
import { checkText } from './checks.ts';
import { insertRevision } from './history.store.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { requireOpenPhase } from './open-phase.server.ts';
import { canChangeIdea } from './policy.ts';
import { mayEdit } from './rules.ts';
import { afterSubmit, readFields, type IdeaInput } from './save-idea.server.ts';
import { claimedBy, updateIdea, type IdeaChange } from './store.server.ts';
import type { IdeaFields, IdeaView } from './types.ts';

/**
 * Changes an idea's text. A draft is sent or kept; what waits for triage changes in place; after
 * publication the change is public at once only when the checks find nothing, and always waits for a
 * moderator's look. `version` is the one the author had before their eyes.
 */
export async function editIdea(
  actor: Actor,
  ideaId: string,
  input: IdeaInput & { version: number },
  wish: 'enviar' | 'borrador',
): Promise<void> {
  await inTransaction(async (tx) => {
    const idea = await lockIdea(tx, ideaId, actor);
    authorize(canChangeIdea(actor, idea));
    const claimed = (await claimedBy(tx, ideaId, now())) !== null;
    authorize(mayEdit(idea.state, idea.step, idea.supports + idea.priorSupports, claimed));
    if (idea.version !== input.version) throw conflict('idea_stale', { version: idea.version });
    const fields = await readFields(tx, input, idea.lang === 'en' ? 'en' : 'es');
    if (idea.state === 'borrador' && wish === 'borrador')
      return await updateIdea(tx, ideaId, { ...textOf(fields), version: idea.version + 1 });
    if (idea.state === 'borrador') return await sendDraft(tx, actor, idea, fields);

    const findings = checkText(fields.title, fields.description);
    const isPublic = idea.state === 'publicada';
    const held = isPublic && findings.length > 0;
    const version = idea.version + 1;
    await updateIdea(tx, ideaId, { version, findings, ...changeOf(fields, { isPublic, held }) });
    await insertRevision(tx, {
      ideaId,
      version,
      ...fields,
      commitmentId: isPublic ? idea.commitment.id : fields.commitmentId,
      authorId: actor.personId,
      at: now(),
      status: held ? 'pendiente' : 'publica',
    });
    await recordAudit(tx, actor, {
      action: 'ideas.idea-edited',
      subjectKind: 'idea',
      subjectId: ideaId,
      data: { version, held },
    });
  });
}

function textOf(fields: IdeaFields): IdeaChange {
  return {
    commitment_id: fields.commitmentId,
    title: fields.title,
    description: fields.description,
    locality_code: fields.localityCode,
  };
}

/** What changes at once. The commitment of what is public is changed by triage alone. */
function changeOf(fields: IdeaFields, is: { isPublic: boolean; held: boolean }): IdeaChange {
  if (is.held) return { edit_review_at: now() };
  if (!is.isPublic) return { ...textOf(fields), edited_at: now() };
  const { commitment_id: _kept, ...text } = textOf(fields);
  return { ...text, edited_at: now(), edit_review_at: now() };
}

async function sendDraft(tx: Tx, actor: Actor, idea: IdeaView, fields: IdeaFields): Promise<void> {
  requireVerified(actor);
  await requireOpenPhase(tx, fields.commitmentId, 'ideas');
  await updateIdea(tx, idea.id, {
    ...textOf(fields),
    state: 'enviada',
    submitted_at: now(),
    findings: checkText(fields.title, fields.description),
  });
  await afterSubmit(tx, actor, idea.id, fields, idea.version);
}
