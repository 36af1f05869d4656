import { personIdOf, type Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { holdMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { mayShare } from './rules.ts';
import { lockDraw } from './store.server.ts';
import { revealShare, upsertShare } from './share.store.server.ts';
import type { Draw, ShareAct } from './types.ts';
import { sha256Hex } from './lottery.ts';
import { canAddSecret, sectorOf } from './policy.ts';

async function holdShared(
  tx: Tx,
  actor: Actor,
  meetingId: string | undefined,
  act: ShareAct,
): Promise<Draw> {
  authorize(canAddSecret(actor));
  const meeting = await holdMeeting(tx, meetingId);
  const draw = await lockDraw(tx, { meetingId: meeting.id });
  if (!draw) throw notFound('page_not_found');
  authorize(mayShare(draw, now(), act));
  return draw;
}

/**
 * A person of the Circle commits to a secret by its SHA-256. They may change it until secrets are
 * closed, and until then the lottery is not shown.
 */
export async function commitSecret(
  actor: Actor,
  meetingId: string | undefined,
  commitment: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const draw = await holdShared(tx, actor, meetingId, 'commit');
    const sector = sectorOf(actor);
    if (!sector) throw conflict('draw_no_sector');
    if (
      draw.shares.some(
        (share) => share.commitment === commitment && share.personId !== actor.personId,
      )
    )
      throw fieldErrors({ huella: 'hash_of_another' });
    await upsertShare(tx, {
      id: newId(),
      drawId: draw.id,
      personId: personIdOf(actor),
      name: actor.name,
      sector,
      commitment,
      at: now(),
    });
    await recordAudit(tx, actor, {
      action: 'draw.secret-committed',
      subjectKind: 'meeting',
      subjectId: draw.meetingId,
      data: { drawId: draw.id, sector, commitment },
    });
  });
}

/** They reveal it: it must be the one whose hash they gave. */
export async function revealSecret(
  actor: Actor,
  meetingId: string | undefined,
  secret: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const draw = await holdShared(tx, actor, meetingId, 'reveal');
    const own = draw.shares.find((share) => share.personId === actor.personId);
    if (!own) throw conflict('draw_no_secret_of_yours');
    if (own.secret !== null) return;
    if ((await sha256Hex(secret)) !== own.commitment)
      throw fieldErrors({ secreto: 'secret_wrong' });
    await revealShare(tx, own.id, secret, now());
    await recordAudit(tx, actor, {
      action: 'draw.secret-revealed',
      subjectKind: 'meeting',
      subjectId: draw.meetingId,
      data: { drawId: draw.id },
    });
  });
}
