import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { followSubject } from '#app/domains/notices/follow-subject.server.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import { checkText } from './checks.ts';
import { insertRevision } from './history.store.server.ts';
import { insertIdea, insertStepEntries, selectIdea } from './store.server.ts';

export type IdeaOfTable = {
  /** The record's own id, so that publishing it again finds it here. */
  id: string;
  commitmentId: string;
  title: string;
  description: string;
  lang: 'es' | 'en';
  localityCode: string | null;
  /** Accounts of those who own it: the first one is its author, the others follow it. */
  ownerIds: string[];
  meetingId: string;
  /** Which table of which meeting it came from; stands at the first step of its road. */
  note: string;
};

/**
 * Publishes an idea that a table of a meeting agreed on, within the command that publishes the minutes: the people in
 * the room and who ran the meeting have seen it, so it waits for nobody. Safe to repeat.
 */
export async function publishTableIdea(
  tx: Tx,
  actor: Actor,
  idea: IdeaOfTable,
): Promise<{ id: string }> {
  const { id, commitmentId, title, description, localityCode } = idea;
  const known = await selectIdea(tx, id, null);
  if (known && known.origin !== 'taller') throw conflict('changed_meanwhile');
  if (known) return { id };
  const [authorId = null, ...others] = idea.ownerIds;
  const at = now();
  await insertIdea(tx, {
    id,
    commitmentId,
    title,
    description,
    lang: idea.lang,
    localityCode,
    authorId,
    origin: 'taller',
    state: 'publicada',
    findings: checkText(title, description),
    at,
    publishedAt: at,
  });
  await insertRevision(tx, {
    ideaId: id,
    version: 1,
    commitmentId,
    title,
    description,
    localityCode,
    authorId,
    at,
    status: 'publica',
  });
  await insertStepEntries(tx, [id], 'idea', idea.note, at);
  await insertStepEntries(tx, [id], 'revisada', '', at);
  for (const personId of others) await followSubject(tx, personId, { kind: 'idea', id });
  await recordAudit(tx, actor, {
    action: 'ideas.idea-published',
    subjectKind: 'idea',
    subjectId: id,
    data: { commitmentId, meetingId: idea.meetingId, origin: 'taller' },
  });
  if (authorId)
    await notify(tx, {
      personIds: [authorId],
      kind: 'idea_published',
      subject: { kind: 'idea', id },
      params: { title },
    });
  return { id };
}
