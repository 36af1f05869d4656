import { redirect } from '@remix-run/node';
import { authorize } from '#app/kernel/verdict.ts';
import { page } from '#app/platform/http/route.server.ts';
import { getIdeaByNumber } from '#app/domains/ideas/get-idea.server.ts';
import { canSeeIdea } from '#app/domains/ideas/policy.ts';

/** The short address of an idea, for paper: to its page, for whom that page is there. */
export const loader = page(async ({ visit, params }) => {
  const idea = await getIdeaByNumber(visit.db, params['numero'], visit.actor);
  authorize(canSeeIdea(visit.actor, idea));
  throw redirect(`/ideas/${idea.id}`, 308);
});

/** Never drawn: a page, so that a refusal is one that is designed. */
export default function IdeaByNumber() {
  return null;
}
