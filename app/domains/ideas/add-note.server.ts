import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { checkText } from './checks.ts';
import { insertNote } from './history.store.server.ts';
import { lockIdea } from './lock-idea.server.ts';
import { canChangeIdea } from './policy.ts';

/** Adds a note under an idea that others already support: its text stays what they supported. */
export async function addNote(actor: Actor, ideaId: string, body: string): Promise<void> {
  await actOnce(actor, { act: 'ideas.note', content: { ideaId, body } }, async (tx) => {
    const idea = await lockIdea(tx, ideaId);
    authorize(canChangeIdea(actor, idea));
    if (idea.state !== 'publicada') throw conflict('idea_not_editable');
    if (checkText('', body).length > 0) throw fieldErrors({ nota: 'held_by_checks' });
    await insertNote(tx, { id: newId(), ideaId, authorId: actor.personId, body, at: now() });
    await recordAudit(tx, actor, {
      action: 'ideas.note-added',
      subjectKind: 'idea',
      subjectId: ideaId,
    });
  });
}
