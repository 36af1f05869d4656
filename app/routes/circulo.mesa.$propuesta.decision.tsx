import { useLoaderData } from '@remix-run/react';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { decideProposal } from '#app/domains/circle/decide-proposal.server.ts';
import { loadDesk } from '#app/domains/circle/load-desk.server.ts';
import { readDecision } from '#app/domains/circle/read-decision.server.ts';
import { DeskTable } from '#app/domains/circle/ui/desk.tsx';

export const handle = { desk: true };
export const meta = titleOf;
export const loader = page(
  async ({ visit, params }) => await loadDesk(visit, params['propuesta'], { isAct: true }),
);

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('circulo');
    await decideProposal(actor, params['propuesta'], readDecision(form));
    return redirectTo(`/propuestas/${params['propuesta']}`, { notice: 'circle_decided' });
  },
  { form: true },
);

export default function CircleDecision() {
  return <DeskTable desk={useLoaderData<typeof loader>().desk} />;
}
