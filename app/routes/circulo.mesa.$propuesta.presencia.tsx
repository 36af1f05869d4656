import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { loadDesk } from '#app/domains/circle/load-desk.server.ts';
import { recordAttendance } from '#app/domains/circle/record-attendance.server.ts';
import { AttendanceForm } from '#app/domains/circle/schema.ts';
import { DeskTable } from '#app/domains/circle/ui/desk.tsx';

export const handle = { desk: true };
export const meta = titleOf;
export const loader = page(
  async ({ visit, params }) => await loadDesk(visit, params['propuesta'], { isAct: true }),
);

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('circulo');
    const { present } = parseForm(form, AttendanceForm);
    await recordAttendance(actor, params['propuesta'], present);
    return redirectTo(`/circulo/mesa/${params['propuesta']}`, {
      notice: present ? 'circle_present' : 'circle_absent',
    });
  },
  { form: true },
);

export default function Presence() {
  return <DeskTable desk={useLoaderData<typeof loader>().desk} />;
}
