import { redirect } from '@remix-run/node';
import { page } from '#app/platform/http/route.server.ts';
import { getMeetingByNumber } from '#app/domains/meetings/list-meetings.server.ts';

/** The short address of a meeting, for paper: to its page, for whom that page is there. */
export const loader = page(async ({ visit, params }) => {
  const { id } = await getMeetingByNumber(visit.db, visit.actor, params['numero']);
  throw redirect(`/talleres/${id}`, 308);
});

/** Never drawn: a page, so that a refusal is one that is designed. */
export default function MeetingByNumber() {
  return null;
}
