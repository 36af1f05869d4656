import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { countFair } from '#app/domains/minutes/count-fair.server.ts';
import { closeMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { dropTableIdea, writeTableIdea } from '#app/domains/minutes/edit-table-idea.server.ts';
import { getMinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import {
  FairCountForm,
  MinutesAct,
  MinutesForm as MinutesShape,
  TableIdeaAct,
  TableIdeaForm,
} from '#app/domains/minutes/schema.ts';
import { publishMinutes } from '#app/domains/minutes/publish-minutes.server.ts';
import { saveMinutes } from '#app/domains/minutes/save-minutes.server.ts';
import { MeetingFiles } from '#app/domains/minutes/ui/meeting-files.tsx';
import { MinutesForm } from '#app/domains/minutes/ui/minutes-form.tsx';
import {
  CloseMeeting,
  DeskFacts,
  FairCount,
  MinutesNotes,
  PublishMinutes,
} from '#app/domains/minutes/ui/minutes-desk.tsx';
import { MeetingMeta, MinutesSheet } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { TableIdeas } from '#app/domains/minutes/ui/table-ideas.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

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
    const { accion } = parseForm(form, MinutesAct);
    const back = (notice: string, to = here) => redirectTo(to, { notice });
    if (accion === 'guardar') {
      await saveMinutes(actor, id, parseForm(form, MinutesShape));
      return back('minutes_saved');
    }
    if (accion === 'publicar') {
      await publishMinutes(actor, id);
      return back('minutes_published', `/talleres/${id}/acta`);
    }
    if (accion === 'cerrar') {
      await closeMeeting(actor, id);
      return back('meeting_closed');
    }
    if (accion === 'contar') {
      await countFair(actor, id, parseForm(form, FairCountForm).visitas);
      return back('fair_counted');
    }
    if (accion === 'idea') {
      await writeTableIdea(actor, id, parseForm(form, TableIdeaForm));
      return back('table_idea_written', `${here}#ideas-mesa`);
    }
    await dropTableIdea(actor, id, parseForm(form, TableIdeaAct).id, accion === 'quitar_idea');
    return back(
      accion === 'quitar_idea' ? 'table_idea_dropped' : 'table_idea_restored',
      `${here}#ideas-mesa`,
    );
  },
  { form: true },
);

type Desk = ReturnType<typeof useLoaderData<typeof loader>>;

/** The minutes as everybody will read them, and the button that publishes them. */
function Preview({ desk }: { desk: Desk }) {
  const t = useT('minutes');
  const { meeting, draft, ideas, files } = desk;
  const shown = files.filter((file) => file.kind === 'foto' && file.clearedWhy);
  return (
    <div className="l-rail l-gap">
      {draft ? (
        <MinutesSheet
          meeting={meeting}
          minutes={draft}
          ideas={ideas
            .filter((idea) => !idea.dropped)
            .map((idea) => ({ ...idea, href: idea.ideaId ? `/ideas/${idea.ideaId}` : undefined }))}
          photos={shown}
          documents={files.filter((file) => file.kind === 'adjunto')}
        />
      ) : (
        <p>{t('minutes.preview.none')}</p>
      )}
      <PublishMinutes desk={desk} />
    </div>
  );
}

export default function MinutesDeskPage() {
  const desk = useLoaderData<typeof loader>();
  const { meeting, draft, published, ideas, files, notes, preview, now } = desk;
  const posted = (useActionData() as { values?: { accion?: string; id?: string } } | undefined)
    ?.values;
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  const f = useFormat();
  const form = useFormState({
    titulo: t('minutes.idea.title'),
    descripcion: t('minutes.idea.description'),
    de_acuerdo: t('minutes.idea.agree'),
    visitas: t('minutes.fair.label'),
  });
  const here = `/facilitacion/talleres/${meeting.id}/acta`;
  const start = draft ?? published[0] ?? null;
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/facilitacion', label: ofMeetings('desk.title') },
          ...(preview ? [{ href: here, label: t('minutes.crumb') }] : []),
        ]}
        current={preview ? t('minutes.preview') : t('minutes.crumb')}
        title={t(preview ? 'minutes.preview.title' : 'minutes.desk.title', {
          title: meeting.title,
        })}
        lead={
          preview
            ? t('minutes.preview.lead')
            : draft
              ? t('minutes.desk.saved', { moment: f.date(draft.writtenAt, 'moment') })
              : t('minutes.desk.lead')
        }
        meta={<MeetingMeta meeting={meeting} />}
        action={
          preview ? (
            <ButtonLink icon="back" href={here}>
              {t('minutes.preview.back')}
            </ButtonLink>
          ) : (
            <ButtonLink icon="eye" href={`${here}?vista=previa`}>
              {t('minutes.preview.open')}
            </ButtonLink>
          )
        }
      />
      <MeetingNav id={meeting.id} current="minutes" />
      <FormMessages form={form} />
      {preview ? (
        <Preview desk={desk} />
      ) : (
        <div className="l-rail l-gap">
          <div className="l-stack l-stack--wide">
            {now < meeting.endsAt && <Notice>{t('minutes.desk.early')}</Notice>}
            {meeting.kind === 'feria' && (
              <FairCount
                counted={meeting.counted}
                form={posted?.accion === 'contar' ? form : null}
              />
            )}
            <section aria-labelledby="textos">
              <h2 id="textos">{t('minutes.desk.texts')}</h2>
              {!draft && published[0] && (
                <p className="u-mute">
                  {t('minutes.desk.next_version', { version: published[0].version + 1 })}
                </p>
              )}
              <MinutesForm
                start={start}
                seen={start?.writtenAt.toISOString() ?? ''}
                lang={meeting.lang}
                form={
                  posted?.accion === 'guardar'
                    ? form
                    : { ...form, value: (_, fallback = '') => fallback }
                }
              />
            </section>
            <MinutesNotes notes={notes} lang={meeting.lang} />
            <TableIdeas ideas={ideas} meeting={meeting} posted={posted} form={form} />
            <MeetingFiles meetingId={meeting.id} lang={meeting.lang} files={files} />
          </div>
          <div>
            <DeskFacts desk={desk} />
            <CloseMeeting meeting={meeting} over={now >= meeting.endsAt} />
          </div>
        </div>
      )}
    </div>
  );
}
