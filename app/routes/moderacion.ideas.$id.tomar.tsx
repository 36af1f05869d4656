import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { releaseIdea } from '#app/domains/moderation/release-idea.server.ts';
import { ClaimForm } from '#app/domains/moderation/schema.ts';

export const loader = page(({ params }) => {
  throw redirectTo(`/moderacion/ideas/${params['id']}`);
});

export const action = act(async ({ visit, params, form, url }) => {
  const actor = visit.requireRole('moderacion', 'coordinacion');
  const { accion } = parseForm(form, ClaimForm);
  const id = params['id'] ?? '';
  await (accion === 'tomar' ? claimIdea(actor, id) : releaseIdea(actor, id));
  return redirectTo(`/moderacion/ideas/${id}${url.search}`, { notice: accion === 'tomar' ? 'idea_claimed' : 'idea_released' });
});

/** An address for the act alone: what it refuses shows as the designed error page. */
export default function TakeIdea() {
  return null;
}
