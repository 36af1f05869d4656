import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { config } from '#app/platform/config/config.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { eraseAnswers, joinAnswers } from '#app/domains/declarations/freeze-answers.server.ts';
import { givePlacesOf } from './give-places.server.ts';
import { lockMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import {
  lockPair,
  markSettled,
  mergeRegistrations,
  moveBelongings,
  moveConsents,
  movePairs,
  selectOpenPair,
} from './merge.store.server.ts';
import { moveShown } from './photo.store.server.ts';
import { canSeeRoster } from './policy.ts';
import { selectReachable } from './contact.store.server.ts';
import type { Reachable } from './types.ts';
import { betterState } from './rules.ts';
import { tell } from './tell-person.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { unpublishPhotosOf } from './unpublish-photos.server.ts';

export type Outcome = 'unidas' | 'distintas';

/** Who runs a meeting says whether two registrations are one person's. */
export async function settleDuplicate(
  actor: Actor,
  ids: [string, string],
  outcome: Outcome,
): Promise<void> {
  await inTransaction(async (tx) => {
    const known = ids.every(isId) ? await selectOpenPair(tx, ids) : null;
    const meeting = known && (await lockMeeting(tx, known.meetingId));
    if (!meeting) throw conflict('duplicate_settled');
    authorize(canSeeRoster(actor, meeting));
    await settlePair(tx, actor, meeting, ids, outcome);
  });
}

/**
 * The same within a transaction that holds the meeting's lock and has asked who may. Merged, the
 * earlier registration stays in its place with all that the other has, and a place that was held
 * twice goes to the next who waits.
 */
export async function settlePair(
  tx: Tx,
  who: Actor,
  meeting: Meeting,
  ids: [string, string],
  outcome: Outcome,
): Promise<void> {
  // Read again under the lock: somebody may just have settled it.
  const pair = await selectOpenPair(tx, ids);
  if (!pair || pair.meetingId !== meeting.id) throw conflict('duplicate_settled');
  const [kept, merged] = await lockPair(tx, [pair.id, pair.otherId]);
  if (!kept || !merged) throw notFound('page_not_found');
  const reached = {
    kept: await selectReachable(tx, kept.id),
    merged: await selectReachable(tx, merged.id),
  };
  const better = outcome === 'unidas' ? betterState(kept.state, merged.state) : null;
  if (outcome === 'unidas') {
    if (better === null) throw conflict('registration_cancelled');
    await mergeRegistrations(tx, kept.id, merged.id, better !== kept.state);
    const { statistics, image } = await moveConsents(tx, kept.id, merged.id);
    await moveBelongings(tx, kept.id, merged.id, now());
    await moveShown(tx, kept.id, merged.id);
    if (!image) await unpublishPhotosOf(tx, who, [kept.id], 'consent-withdrawn');
    if (statistics) await joinAnswers(tx, who, merged.id, kept.id);
    else await eraseAnswers(tx, who, [merged.id, kept.id], 'merged');
  }
  await markSettled(tx, pair, outcome, who.personId, now());
  if (outcome === 'unidas') await movePairs(tx, kept.id, merged.id);
  await recordAudit(tx, who, {
    action: 'registration.duplicate-settled',
    subjectKind: 'registration',
    subjectId: kept.id,
    data: { meetingId: meeting.id, otherId: merged.id, outcome },
  });
  if (outcome !== 'unidas') return;
  await tellMerged(tx, meeting, certain(reached.kept), certain(reached.merged));
  await givePlacesOf(tx, who, meeting.id);
}

/**
 * One mail to the person whose registration went into the other, at the address that they gave
 * there. It holds the code that stays only when the kept registration has that same address: else
 * whoever reads it might be somebody else.
 */
async function tellMerged(
  tx: Tx,
  meeting: Meeting,
  kept: Reachable,
  merged: Reachable,
): Promise<void> {
  const email = merged.email ?? kept.email;
  const isKnown = email?.toLowerCase() === (kept.email ?? merged.email)?.toLowerCase();
  const person = { ...merged, id: kept.id, email };
  await (isKnown
    ? tell(tx, person, meeting, 'merged')
    : tell(tx, person, meeting, 'merged_elsewhere', {
        link: `${config().baseUrl}/ayuda/contacto`,
      }));
}
