import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';
import { proposeQuota } from './rules.ts';
import { selectDraw, selectLottery, selectOpenDraws } from './store.server.ts';
import { selectNames, selectTokens } from './entry.store.server.ts';
import type { Draw, DrawQuota } from './types.ts';
import { canonicalTokens } from './lottery.ts';
import { canAddSecret, canRunDraw } from './policy.ts';

/**
 * Secrets are shown once they are revealed; what is in preparation only to who runs the meeting.
 */
const isPublic = (draw: Draw | null): draw is Draw =>
  draw?.state === 'comprometida' || draw?.state === 'sorteada';

/** The draw of a meeting as everybody sees it: nothing before it was committed to. */
export async function getPublicDraw(
  db: Db,
  actor: Actor | null,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; draw: Draw | null }> {
  const meeting = await getMeeting(db, actor, meetingId);
  if (meeting.allocation !== 'sorteo') throw notFound('page_not_found');
  const draw = await selectDraw(db, { meetingId: meeting.id });
  return { meeting, draw: isPublic(draw) ? draw : null };
}

/** The same with the tokens, for who checks a draw; null where there is nothing to check. */
export async function findCommitted(
  db: Db,
  actor: Actor | null,
  meetingId: string,
): Promise<{ meeting: Meeting; draw: Draw; tokens: string[] } | null> {
  const { meeting, draw } = await getPublicDraw(db, actor, meetingId);
  return draw && { meeting, draw, tokens: await selectTokens(db, draw.id) };
}

/** A file of a draw that was committed to, exactly the bytes that its hash speaks of. */
export async function getDrawFile(
  db: Db,
  actor: Actor | null,
  meetingId: string | undefined,
  file: string | undefined,
): Promise<{ name: string; text: string }> {
  const { meeting, draw } = await getPublicDraw(db, actor, meetingId);
  if (!draw) throw notFound('page_not_found');
  if (file === 'loteria.json')
    return { name: `loteria-${meeting.number}.json`, text: (await selectLottery(db, draw.id))! };
  if (file === 'fichas.json')
    return {
      name: `fichas-${meeting.number}.json`,
      text: canonicalTokens(await selectTokens(db, draw.id)),
    };
  throw notFound('page_not_found');
}

/**
 * What who runs a meeting sees of its draw, with the quotas that its goals propose, or that were
 * given before.
 */
export async function getDrawDesk(
  db: Db,
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; draw: Draw | null; proposed: (DrawQuota & { goalId: string })[] }> {
  const meeting = await getAnyMeeting(db, meetingId);
  authorize(canRunDraw(actor, meeting));
  const [draw, { inForce }] = await Promise.all([
    selectDraw(db, { meetingId: meeting.id }),
    listGoals(db, meeting),
  ]);
  const proposed = inForce.map((goal) => ({
    goalId: goal.id,
    ...(draw?.quotas.find(
      ({ variable, value }) => variable === goal.variable && value === goal.value,
    ) ?? proposeQuota(goal, placesLeft(meeting))),
  }));
  return { meeting, draw, proposed };
}

/** The draw to which people of the Circle add secrets. */
export async function getSharedDraw(
  db: Db,
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: Meeting; draw: Draw }> {
  authorize(canAddSecret(actor));
  const { meeting, draw } = await getPublicDraw(db, actor, meetingId);
  if (draw?.sourceKind !== 'circulo') throw notFound('page_not_found');
  return { meeting, draw };
}

/** Draws to which people of the Circle are asked to add a secret. */
export async function listSharedDraws(
  db: Db,
): Promise<{ meetingId: string; title: string; sourceAt: Date; sourceUntil: Date | null }[]> {
  return await selectOpenDraws(db);
}

/**
 * What somebody is called in a draw, for the page of their own code alone; null before the lottery
 * is committed to.
 */
export async function findDrawNames(
  db: Db,
  registrationId: string,
): Promise<{ pseudonym: string; token: string } | null> {
  const names = await selectNames(db, registrationId);
  return names && { pseudonym: names.pseudonym, token: names.token };
}
