import type { z } from 'zod';
import { useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { parseMarked } from '#app/platform/personal-data/parse-marked.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { countFair } from '#app/domains/minutes/count-fair.server.ts';
import { closeAfterCheck } from '#app/domains/minutes/close-after-check.server.ts';
import { dropTableIdea, writeTableIdea } from '#app/domains/minutes/edit-table-idea.server.ts';
import { getMinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import {
  FairCountForm,
  MinutesAct,
  MinutesForm,
  TableIdeaAct,
  TableIdeaForm,
} from '#app/domains/minutes/schema.ts';
import { ideaTexts, minutesTexts } from '#app/domains/minutes/rules.ts';
import { readNamedPeople } from '#app/domains/minutes/read-named-people.server.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { PreviewHead, WritingHead } from '#app/domains/minutes/ui/minutes-head.tsx';
import { MinutesPreview } from '#app/domains/minutes/ui/minutes-preview.tsx';
import { MinutesWriting } from '#app/domains/minutes/ui/minutes-writing.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

const publicTexts = [...minutesTexts, ...ideaTexts];

/** Where the texts of a form name somebody who registered at the meeting, by field. */
async function readNamed(actor: Actor, meetingId: string | undefined, form: FormData) {
  const texts = publicTexts.map((field) => String(form.get(field) ?? ''));
  const named = await readNamedPeople(actor, meetingId, texts);
  const spans = Object.fromEntries(publicTexts.map((field, at) => [field, named[at] ?? []]));
  return { reason: 'registered_person_named', spans };
}

export const loader = page(async ({ visit, params, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const desk = await getMinutesDesk(visit.db, actor, params['id']);
  return {
    title: visit.t('minutes')('minutes.desk.title', { title: desk.meeting.title }),
    preview: url.searchParams.get('vista') === 'previa',
    now: now(),
    ...desk,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const id = params['id'];
    const here = `/facilitacion/talleres/${id}/acta`;
    const { act: asked } = parseForm(form, MinutesAct);
    const readTexts = async <S extends z.ZodType>(schema: S) =>
      parseMarked(form, schema, {
        fields: publicTexts,
        lang: visit.locale,
        others: form.get('datos') === 'dejar' ? null : await readNamed(actor, id, form),
      });
    const back = (notice: string, to = here) => redirectTo(to, { notice });
    if (asked === 'guardar') {
      await saveMinutes(actor, id, await readTexts(MinutesForm));
      return back('minutes_saved');
    }
    if (asked === 'publicar') {
      await publishMinutes(actor, id, { naming: form.get('nombres') === 'publicar' });
      return back('minutes_published', `/talleres/${id}/acta`);
    }
    if (asked === 'cerrar') {
      await closeAfterCheck(actor, visit.db, id, form.get('confirma') === 'si');
      return back('meeting_closed');
    }
    if (asked === 'contar') {
      await countFair(actor, id, parseForm(form, FairCountForm).visitors);
      return back('fair_counted');
    }
    if (asked === 'idea') {
      await writeTableIdea(actor, id, await readTexts(TableIdeaForm));
      return back('table_idea_written', `${here}#ideas-mesa`);
    }
    await dropTableIdea(actor, id, parseForm(form, TableIdeaAct).id, asked === 'quitar_idea');
    return back(
      asked === 'quitar_idea' ? 'table_idea_dropped' : 'table_idea_restored',
      `${here}#ideas-mesa`,
    );
  },
  { form: true },
);

export default function MinutesDeskPage() {
  const desk = useLoaderData<typeof loader>();
  const { meeting, preview, now } = desk;
  const t = useT('minutes');
  const form = useFormState({
    titulo: t('minutes.idea.title'),
    descripcion: t('minutes.idea.description'),
    de_acuerdo: t('minutes.idea.agree'),
    visitas: t('minutes.fair.label'),
    confirma: t('minutes.close.heading'),
  });
  return (
    <div className="l-wrap">
      {preview ? <PreviewHead desk={desk} /> : <WritingHead desk={desk} />}
      <MeetingNav id={meeting.id} current="minutes" />
      <FormMessages form={form} />
      {preview ? (
        <MinutesPreview desk={desk} form={form} />
      ) : (
        <MinutesWriting desk={desk} isOver={now >= meeting.endsAt} form={form} />
      )}
    </div>
  );
}
