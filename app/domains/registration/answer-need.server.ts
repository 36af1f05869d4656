import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, forbidden } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { isAnswerTo } from './need.rules.ts';
import type { NeedAnswerInput } from './schema.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { canSeeRoster } from './policy.ts';
import { lockNeeds, writeAnswer } from './need.store.server.ts';
import { tell } from './tell-person.server.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';

/**
 * Answers a need that somebody asked for, or all requests for the same need that still wait. Each
 * person is told once for each answer: the same answer again changes nothing and tells nobody.
 */
export async function answerNeed(
  actor: Actor,
  meetingId: string | undefined,
  input: NeedAnswerInput,
): Promise<{ answered: number }> {
  return await inTransaction(async (tx) => {
    const meeting = await holdMeeting(tx, meetingId);
    authorize(canRunMeeting(actor, meeting));
    // One person's request is for who may see whose it is; all that wait for a kind, for coordination too.
    if (input.registrationId !== undefined) authorize(canSeeRoster(actor, meeting));
    if (meeting.closedAt) throw forbidden('meeting_closed_roster');
    if (meeting.state === 'cancelado') throw conflict('meeting_cancelled');
    if (input.state === 'dado' && meeting.startsAt > now())
      throw fieldErrors({ estado: 'need_not_yet' });
    const asked = await lockNeeds(tx, meeting.id, input.need, input.registrationId);
    if (asked.length === 0) throw conflict('need_none');
    const text = input.answer ?? '';
    const notes = { es: await noteFor(tx, 'es', input), en: await noteFor(tx, 'en', input) };
    let answered = 0;
    for (const { person, state, answer } of asked) {
      if (state === input.state && answer === text) continue;
      if (!isAnswerTo(state, input.state)) throw conflict('need_moved');
      answered += 1;
      await writeAnswer(tx, person.id, input.need, {
        state: input.state,
        text,
        by: actor.personId,
        at: now(),
      });
      await recordAudit(tx, actor, {
        action: 'registration.need-answered',
        subjectKind: 'registration',
        subjectId: person.id,
        data: { meetingId: meeting.id, state: input.state },
      });
      await tell(tx, person, meeting, 'need_answered', { note: notes[person.lang] });
    }
    return { answered };
  });
}

/** The answer in words, in the language of who asked. */
async function noteFor(tx: Tx, lang: Locale, input: NeedAnswerInput): Promise<string> {
  const label =
    (await listOptions(tx, lang)).apoyo.find((option) => option.code === input.need)?.label ??
    input.need;
  const state = translatorOf(lang).t('roster')(`needs.told.${input.state}`);
  return [`${label}: ${state}`, input.answer].filter(Boolean).join('\n');
}
