import { useLoaderData } from '@remix-run/react';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { loadDesk } from '#app/domains/circle/load-desk.server.ts';
import { DeskTable } from '#app/domains/circle/ui/desk.tsx';

export const handle = { desk: true };
export const meta = titleOf;
export const loader = page(
  async ({ visit, params }) => await loadDesk(visit, params['propuesta'], { isAct: false }),
);

export default function Table() {
  return <DeskTable desk={useLoaderData<typeof loader>().desk} />;
}
