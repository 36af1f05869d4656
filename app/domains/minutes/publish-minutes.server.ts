import { markMinuted } from '#app/domains/meetings/mark-meeting.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { conflict } from '#app/kernel/errors.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { getDb, inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { enqueue } from '#app/platform/jobs/enqueue.server.ts';
import { publishTableIdea } from '#app/domains/ideas/publish-table-idea.server.ts';
import { lockRun } from '#app/domains/meetings/decide-meeting.server.ts';
import { thankAttended } from '#app/domains/registration/jobs.ts';
import { quoted } from '#app/platform/personal-data/parse-marked.server.ts';
import { getMinutesDesk } from './get-minutes.server.ts';
import { readNamedPeople } from './read-named-people.server.ts';
import { isPublicFile, mayPublishMinutes } from './rules.ts';
import {
  linkIdea,
  markMinutesPublished,
  selectMinutes,
  selectOwnerAccounts,
  selectTableIdeas,
} from './store.server.ts';
import type { TableIdea } from './types.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/**
 * Publishes the draft of the minutes: who came is counted now and frozen, each idea of a table becomes one of the
 * platform, and who came is thanked. The meeting's lock makes a second publisher find no draft. Minutes that name
 * somebody who registered wait until whoever publishes chooses to name them.
 */
export async function publishMinutes(
  actor: Actor,
  meetingId: string | undefined,
  choice: { naming: boolean } = { naming: false },
): Promise<{ version: number; ideas: number }> {
  if (!choice.naming) await refuseNamed(actor, meetingId);
  return await inTransaction(async (tx) => {
    const meeting = await lockRun(tx, actor, meetingId);
    const newest = (await selectMinutes(tx, meeting.id))[0];
    const ideas = await selectTableIdeas(tx, meeting.id);
    const unpublished = newest?.state === 'borrador' ? newest : null;
    authorize(mayPublishMinutes(meeting, unpublished, ideas, now()));
    const draft = certain(unpublished);
    const fresh = ideas.filter((idea) => !idea.ideaId && !idea.dropped);
    for (const idea of fresh) await publishOne(tx, actor, meeting, idea);
    await markMinutesPublished(tx, meeting.id, draft.version, meeting.attended, now());
    await markMinuted(tx, meeting.id);
    await recordAudit(tx, actor, {
      action: 'minutes.minutes-published',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      data: { version: draft.version, attended: meeting.attended, ideas: fresh.length },
    });
    await enqueue(tx, thankAttended, { meetingId: meeting.id });
    return { version: draft.version, ideas: fresh.length };
  });
}

/** What everybody would read names people who registered: the words, for whoever publishes to decide. */
async function refuseNamed(actor: Actor, meetingId: string | undefined): Promise<void> {
  const { draft, ideas, files, hindrance } = await getMinutesDesk(getDb(), actor, meetingId);
  if (hindrance) return;
  const texts = [
    ...(draft ? [draft.agenda, draft.topics, draft.agreements, draft.closing] : []),
    ...ideas
      .filter((idea) => !idea.ideaId && !idea.dropped)
      .flatMap(({ title, description, table }) => [title, description, table]),
    ...files
      .filter((file) => isPublicFile({ state: 'con_acta' }, file))
      .map(({ description }) => description),
  ];
  const named = await readNamedPeople(actor, meetingId, texts);
  const words = texts.map((text, at) => quoted(text, named[at] ?? [])).filter(Boolean);
  if (words.length > 0)
    throw conflict('minutes_name_registered', { words: [...new Set(words)].join(', ') });
}

async function publishOne(tx: Tx, actor: Actor, meeting: Meeting, idea: TableIdea): Promise<void> {
  const { id } = await publishTableIdea(tx, actor, {
    id: idea.id,
    commitmentId: certain(idea.commitmentId),
    title: idea.title,
    description: idea.description,
    lang: meeting.lang === 'en' ? 'en' : 'es',
    localityCode: meeting.locality?.code ?? null,
    ownerIds: await selectOwnerAccounts(tx, idea.id),
    meetingId: meeting.id,
    note: [idea.table, meeting.title].filter(Boolean).join(' · '),
  });
  await linkIdea(tx, idea.id, id);
}
