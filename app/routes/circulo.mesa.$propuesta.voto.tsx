import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { castVote } from '#app/domains/circle/cast-vote.server.ts';
import { loadDesk } from '#app/domains/circle/load-desk.server.ts';
import { VoteForm } from '#app/domains/circle/schema.ts';
import { DeskTable } from '#app/domains/circle/ui/desk.tsx';

export const handle = { desk: true };
export const meta = titleOf;
export const loader = page(
  async ({ visit, params }) => await loadDesk(visit, params['propuesta'], { isAct: true }),
);

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('circulo');
    const { vote } = parseForm(form, VoteForm);
    await castVote(actor, params['propuesta'], vote);
    return redirectTo(`/circulo/mesa/${params['propuesta']}`, { notice: 'circle_vote_cast' });
  },
  { form: true },
);

export default function CircleVote() {
  return <DeskTable desk={useLoaderData<typeof loader>().desk} />;
}
