import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { loadDesk } from '#app/domains/circle/load-desk.server.ts';
import { NoteForm } from '#app/domains/circle/schema.ts';
import { writeNote } from '#app/domains/circle/write-note.server.ts';
import { DeskTable } from '#app/domains/circle/ui/desk.tsx';

export const handle = { desk: true };
export const meta = titleOf;
export const loader = page(
  async ({ visit, params }) => await loadDesk(visit, params['propuesta'], { isAct: true }),
);

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('circulo');
    const { text } = parseForm(form, NoteForm);
    await writeNote(actor, params['propuesta'], text);
    return redirectTo(`/circulo/mesa/${params['propuesta']}#notas`, {
      notice: 'circle_note_written',
    });
  },
  { form: true },
);

export default function DeliberationNote() {
  return <DeskTable desk={useLoaderData<typeof loader>().desk} />;
}
