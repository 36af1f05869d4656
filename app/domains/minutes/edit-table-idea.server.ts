import { keepTableIdea } from '#app/domains/door/keep-table-idea.server.ts';
import { commitmentOf } from '#app/domains/meetings/chosen-commitment.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { lockRun } from '#app/domains/meetings/decide-meeting.server.ts';
import { mayEditTableIdea, mayWriteMinutes } from './rules.ts';
import type { TableIdeaInput } from './schema.ts';
import { selectTableIdea, updateDropped, updateTableIdea } from './store.server.ts';

/** Writes down an idea that a table agreed on, or corrects one, until the minutes make it an idea of the platform. */
export async function writeTableIdea(
  actor: Actor,
  meetingId: string | undefined,
  input: TableIdeaInput,
): Promise<{ id: string }> {
  const write = async (tx: Tx) => {
    const meeting = await lockRun(tx, actor, meetingId);
    authorize(mayWriteMinutes(meeting));
    const { id: known, commitment, ...said } = input;
    const fields = { ...said, commitmentId: commitmentOf(meeting, commitment) };
    const id = known ?? newId();
    if (known) {
      const idea = await selectTableIdea(tx, meeting.id, known);
      if (!idea) throw notFound('page_not_found');
      authorize(mayEditTableIdea(idea));
      await updateTableIdea(tx, id, fields);
    } else {
      await keepTableIdea(tx, {
        ...fields,
        owners: [],
        id,
        meetingId: meeting.id,
        capturedBy: actor.personId,
        at: now(),
      });
    }
    await recordAudit(tx, actor, {
      action: 'minutes.table-idea-written',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { tableIdeaId: id, isNew: !known },
    });
    return { id };
  };
  if (input.id) return await inTransaction(write);
  return await actOnce(
    actor,
    { act: 'minutes.table-idea', content: { meetingId, ...input } },
    write,
  );
}

/** Leaves an idea of a table out of the minutes, or takes it in again. */
export async function dropTableIdea(
  actor: Actor,
  meetingId: string | undefined,
  tableIdeaId: string,
  dropped: boolean,
): Promise<void> {
  await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, meetingId);
    authorize(mayWriteMinutes(meeting));
    const idea = await selectTableIdea(tx, meeting.id, tableIdeaId);
    if (!idea) throw notFound('page_not_found');
    authorize(mayEditTableIdea(idea));
    if (idea.dropped === dropped) return;
    await updateDropped(tx, idea.id, dropped ? now() : null);
    await recordAudit(tx, actor, {
      action: 'minutes.table-idea-dropped',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { tableIdeaId: idea.id, dropped },
    });
  });
}
