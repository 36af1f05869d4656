import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction } from '#app/platform/db/db.server.ts';
import { requireVerified } from '#app/domains/accounts/policy.ts';
import { checkText } from './checks.ts';
import { insertRevision } from './history.store.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { requireOpenPhase } from './open-phase.server.ts';
import { canChangeIdea } from './policy.ts';
import { mayEdit } from './rules.ts';
import { afterSubmit, readFields, type IdeaInput } from './save-idea.server.ts';
import { claimedBy, updateIdea } from './store.server.ts';

/**
 * Changes an idea's text. A draft is sent or kept; what waits for triage changes in place; after
 * publication the change is public at once only when the checks find nothing, and always waits for a
 * moderator's look. `version` is the one the author had before their eyes.
 */
export async function editIdea(
  actor: Actor,
  ideaId: string,
  input: IdeaInput & { version: number },
  accion: 'enviar' | 'borrador',
): Promise<void> {
  await inTransaction(async (tx) => {
    const idea = await lockIdea(tx, ideaId);
    authorize(canChangeIdea(actor, idea));
    const claimed = (await claimedBy(tx, ideaId, now())) !== null;
    authorize(mayEdit(idea.state, idea.step, idea.supports + idea.priorSupports, claimed));
    if (idea.version !== input.version) throw conflict('idea_stale', { version: idea.version });
    const fields = await readFields(tx, input, idea.lang === 'en' ? 'en' : 'es');
    const text = {
      commitment_id: fields.commitmentId,
      title: fields.title,
      description: fields.description,
      locality_code: fields.localityCode,
    };

    if (idea.state === 'borrador') {
      if (accion === 'borrador')
        return await updateIdea(tx, ideaId, { ...text, version: idea.version + 1 });
      requireVerified(actor);
      await requireOpenPhase(tx, fields.commitmentId, 'ideas');
      await updateIdea(tx, ideaId, {
        ...text,
        state: 'enviada',
        submitted_at: now(),
        findings: checkText(fields.title, fields.description),
      });
      return await afterSubmit(tx, actor, ideaId, fields, idea.version);
    }

    const version = idea.version + 1;
    const findings = checkText(fields.title, fields.description);
    if (idea.state !== 'publicada') {
      await updateIdea(tx, ideaId, { ...text, version, findings, edited_at: now() });
      await insertRevision(tx, {
        ideaId,
        version,
        ...fields,
        authorId: actor.personId,
        at: now(),
        status: 'publica',
      });
    } else if (findings.length === 0) {
      // The commitment of what is public is changed by triage alone.
      await updateIdea(tx, ideaId, {
        title: fields.title,
        description: fields.description,
        locality_code: fields.localityCode,
        version,
        findings,
        edited_at: now(),
        edit_review_at: now(),
      });
      await insertRevision(tx, {
        ideaId,
        version,
        ...fields,
        commitmentId: idea.commitment.id,
        authorId: actor.personId,
        at: now(),
        status: 'publica',
      });
    } else {
      await updateIdea(tx, ideaId, { version, findings, edit_review_at: now() });
      await insertRevision(tx, {
        ideaId,
        version,
        ...fields,
        commitmentId: idea.commitment.id,
        authorId: actor.personId,
        at: now(),
        status: 'pendiente',
      });
    }
    await recordAudit(tx, actor, {
      action: 'ideas.idea-edited',
      subjectKind: 'idea',
      subjectId: ideaId,
      data: { version, held: idea.state === 'publicada' && findings.length > 0 },
    });
  });
}
