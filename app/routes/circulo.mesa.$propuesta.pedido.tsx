import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { loadDesk } from '#app/domains/circle/load-desk.server.ts';
import { requestMeeting } from '#app/domains/circle/request-meeting.server.ts';
import { RequestForm } from '#app/domains/circle/schema.ts';
import { DeskTable } from '#app/domains/circle/ui/desk.tsx';

export const handle = { desk: true };
export const meta = titleOf;
export const loader = page(
  async ({ visit, params }) => await loadDesk(visit, params['propuesta'], { isAct: true }),
);

export const action = act(
  async ({ visit, params, form }) => {
    await requestMeeting(
      visit.requireRole('circulo'),
      params['propuesta'],
      parseForm(form, RequestForm),
    );
    return redirectTo(`/circulo/mesa/${params['propuesta']}#respaldo`, {
      notice: 'circle_request_made',
    });
  },
  { form: true },
);

export default function RequestMeeting() {
  return <DeskTable desk={useLoaderData<typeof loader>().desk} />;
}
