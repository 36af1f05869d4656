import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { castSupport } from '#app/domains/votes/cast-support.server.ts';
import { Support } from '#app/domains/votes/schema.ts';

export const loader = page(({ visit, params }) => {
  // After a refused post the loader also runs: the refusal's own page is then shown.
  if (visit.status === undefined) throw redirectTo(`/ideas/${params['id']}`);
});

export const action = act(async ({ visit, params, form }) => {
  const actor = visit.requireActor();
  const { accion } = parseForm(form, Support);
  await limitAct(visit, 'support');
  const { changed } = await castSupport(actor, { ideaId: params['id'], accion });
  return redirectTo(`/ideas/${params['id']}`, changed ? { notice: accion === 'apoyar' ? 'support_cast' : 'support_withdrawn' } : {});
});

export default function SupportIdea() {
  return null;
}
