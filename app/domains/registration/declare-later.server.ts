import { visitorActor, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { hashPolicy } from '#app/domains/accounts/hash-policy.server.ts';
import { completeAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { isLocality } from '#app/domains/plan/list-localities.server.ts';
import { giveConsent } from './consent.store.server.ts';
import { fillRow, selectGaps } from './list.store.server.ts';
import { lockByCode } from './lock-by-code.server.ts';
import { matchKey } from './match-keys.server.ts';
import { mayAnswerLater } from './rules.ts';
import { answerProblems, type LaterInput } from './schema.ts';
import type { Channel } from './types.ts';

/** Whose answers they are, of which meeting, and by which way they came. */
type About = { registrationId: string; meetingId: string; channel: Channel };

/**
 * The person of a registration answers later what they had left unsaid, with a permission of its own;
 * what they said before stays as it was. Once the meeting is counted, or its draw looks at who
 * registered, nothing is added any more: no figure and no draw moves by one person's act.
 */
export async function declareLater(
  actor: Actor | null,
  code: string,
  input: LaterInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { registration, meeting } = await lockByCode(tx, code);
    authorize(mayAnswerLater(meeting, registration, now()));
    await writeLater(
      tx,
      actor ?? visitorActor,
      { registrationId: registration.id, meetingId: meeting.id, channel: 'web' },
      { input, at: now(), recordedBy: null },
    );
  });
}

/** The same for a registration whose meeting is locked. `recordedBy`: whose device it was said on. */
export async function writeLater(
  tx: Tx,
  who: Actor,
  about: About,
  { input, at, recordedBy }: { input: LaterInput; at: Date; recordedBy: string | null },
): Promise<void> {
  const id = about.registrationId;
  const { localidad: locality } = input.answers;
  const isMinor = (await selectGaps(tx, [id])).get(id)?.isMinor === true;
  const wrong = answerProblems(
    input,
    {
      catalogue: await listOptions(tx, 'es'),
      isLocality: locality !== undefined && (await isLocality(tx, locality)),
      today: now(),
    },
    isMinor,
  );
  if (Object.keys(wrong).length > 0) throw fieldErrors(wrong);
  const { guardianName: name, guardianContact: contact } = input;
  await fillRow(tx, id, {
    ...{ email: null, emailKey: null, phone: null, phoneKey: null, documentKey: null },
    birthKey: matchKey('birth', input.answers.anio_nacimiento?.toString()),
    guardian: name && contact ? { name, contact } : null,
  });
  await giveConsent(tx, id, {
    purpose: 'estadistica',
    policyVersion: currentPolicy.version,
    policySha256: hashPolicy(currentPolicy),
    channel: about.channel,
    at,
    recordedBy,
  });
  await completeAnswers(tx, about, input.answers);
  await recordAudit(tx, who, {
    action: 'registration.answers-added',
    subjectKind: 'registration',
    subjectId: id,
    data: { meetingId: about.meetingId, channel: about.channel },
  });
}
