import type { Actor } from '#app/kernel/actor.ts';
import { certain } from '#app/kernel/certain.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { getMeeting } from '#app/domains/meetings/list-meetings.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { getAnyMeeting } from '#app/domains/meetings/get-any-meeting.server.ts';
import { getPreparation } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { placesLeft } from '#app/domains/meetings/rules.ts';
import type { Meeting, PublicMeeting } from '#app/domains/meetings/types.ts';
import { recordOf } from './draw-record.ts';
import { deskView, drawLimits, isCommitted, isOfDesk, isPublished, proposeQuota } from './rules.ts';
import { selectDraw, selectLottery, selectOpenDraws } from './store.server.ts';
import { selectNames, selectTokens } from './entry.store.server.ts';
import type { Draw, DrawQuota, DrawShare } from './types.ts';
import { canonicalTokens } from './lottery.ts';
import { canAddSecret, canRunDraw } from './policy.ts';

/** A share as everybody sees it: who it is in the database is nobody's matter. */
const withoutIds = (draw: Draw): Draw => ({
  ...draw,
  shares: draw.shares.map((share) => ({ ...share, personId: null })),
});

/** The draw of a meeting as everybody sees it: nothing before it was committed to. */
export async function getPublicDraw(
  db: Db,
  actor: Actor | null,
  meetingId: string | undefined,
): Promise<{ meeting: PublicMeeting; draw: Draw | null }> {
  const meeting = await getMeeting(db, actor, meetingId);
  if (meeting.allocation !== 'sorteo') throw notFound('page_not_found');
  const draw = await selectDraw(db, { meetingId: meeting.id });
  return { meeting, draw: draw && isCommitted(draw) ? withoutIds(draw) : null };
}

/** The same with the tokens, for who checks a draw; null while there is nothing to check. */
export async function findCommitted(
  db: Db,
  actor: Actor | null,
  meetingId: string,
): Promise<{ meeting: PublicMeeting; draw: Draw; tokens: string[] } | null> {
  const { meeting, draw } = await getPublicDraw(db, actor, meetingId);
  if (!draw || !isPublished(draw, now())) return null;
  return { meeting, draw, tokens: await selectTokens(db, draw.id) };
}

/**
 * A file of a draw: from the commitment on its record, which says what was committed to and what
 * came of it; from when secrets are closed the lottery and the tokens, exactly the bytes that were
 * hashed.
 */
export async function getDrawFile(
  db: Db,
  actor: Actor | null,
  meetingId: string | undefined,
  file: string | undefined,
): Promise<{ name: string; text: string }> {
  const { meeting, draw } = await getPublicDraw(db, actor, meetingId);
  if (!draw) throw notFound('page_not_found');
  if (file === 'sorteo.json')
    return {
      name: `sorteo-${meeting.number}.json`,
      text: JSON.stringify(recordOf(draw), null, 2),
    };
  if (!isPublished(draw, now())) throw notFound('page_not_found');
  if (file === 'loteria.json')
    return {
      name: `loteria-${meeting.number}.json`,
      text: certain(await selectLottery(db, draw.id)),
    };
  if (file === 'fichas.json')
    return {
      name: `fichas-${meeting.number}.json`,
      text: canonicalTokens(await selectTokens(db, draw.id)),
    };
  throw notFound('page_not_found');
}

type DrawDesk = {
  meeting: Meeting;
  draw: Draw | null;
  /** `fixed`: as the plan says; who runs the meeting does not change it. */
  proposed: (DrawQuota & { goalId: string; fixed: boolean })[];
  /** How many pairs of registrations wait to be looked at. */
  duplicates: number;
};

/**
 * What who runs a meeting sees of its draw, with the quotas that its goals propose, or that were
 * given before.
 */
export async function getDrawDesk(
  db: Db,
  actor: Actor,
  meetingId: string | undefined,
): Promise<DrawDesk> {
  const meeting = await getAnyMeeting(db, meetingId);
  authorize(canRunDraw(actor, meeting));
  const [draw, { inForce }, { openDuplicates }] = await Promise.all([
    selectDraw(db, { meetingId: meeting.id }),
    listGoals(db, meeting),
    getPreparation(db, meeting.id),
  ]);
  const goals = meeting.waiting < drawLimits.quotaPeople ? [] : inForce;
  const proposed = goals.map((goal) => ({
    goalId: goal.id,
    fixed: !isOfDesk(goal),
    ...(draw?.quotas.find(
      ({ variable, value }) => variable === goal.variable && value === goal.value,
    ) ?? proposeQuota(goal, placesLeft(meeting))),
  }));
  return { meeting, draw: draw && deskView(draw), proposed, duplicates: openDuplicates };
}

/** The draw to which people of the Circle add secrets, and what the actor added. */
export async function getSharedDraw(
  db: Db,
  actor: Actor,
  meetingId: string | undefined,
): Promise<{ meeting: PublicMeeting; draw: Draw; own: DrawShare | null }> {
  authorize(canAddSecret(actor));
  const meeting = await getMeeting(db, actor, meetingId);
  const draw = await selectDraw(db, { meetingId: meeting.id });
  if (!draw || !isCommitted(draw) || draw.sharesUntil === null) throw notFound('page_not_found');
  const own = draw.shares.find(({ personId }) => personId === actor.personId) ?? null;
  return { meeting, draw: withoutIds(draw), own };
}

/** Draws to which people of the Circle are asked to add a secret. */
export async function listSharedDraws(
  db: Db,
): Promise<{ meetingId: string; title: string; sharesUntil: Date; revealUntil: Date }[]> {
  return await selectOpenDraws(db, now());
}

/**
 * What somebody is called in a draw, for the page of their own code alone; null before the lottery
 * is public.
 */
export async function findDrawNames(
  db: Db,
  registrationId: string,
): Promise<{ pseudonym: string; token: string } | null> {
  return await selectNames(db, registrationId, now());
}
