import { useActionData, useLoaderData } from '@remix-run/react';
import { authorize } from '#app/kernel/verdict.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import {
  blurPhoto,
  clearPhoto,
  describeFile,
  hidePhoto,
  removeMeetingFile,
} from '#app/domains/minutes/clear-photo.server.ts';
import { deskLimits } from '#app/domains/door/rules.ts';
import { getMeetingFile } from '#app/domains/minutes/get-minutes.server.ts';
import { listPhotoCandidates } from '#app/domains/minutes/list-photo-candidates.server.ts';
import {
  areaRepeated,
  BlurForm,
  ClearForm,
  clearRepeated,
  FileAct,
  FileForm,
} from '#app/domains/minutes/schema.ts';
import { canRunMeeting } from '#app/domains/meetings/policy.ts';
import { FileState } from '#app/domains/minutes/ui/meeting-files.tsx';
import { fileHref } from '#app/domains/minutes/ui/minutes-sheet.tsx';
import { BlurPhoto, ClearPhoto, PhotoGrid } from '#app/domains/minutes/ui/photo-tools.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { meeting, file } = await getMeetingFile(visit.db, actor, params['id'], params['archivo']);
  authorize(canRunMeeting(actor, meeting));
  const candidates =
    file.kind === 'foto' ? await listPhotoCandidates(actor, meeting.id, file.id) : null;
  return {
    title: visit.t('minutes')(file.kind === 'foto' ? 'photo.one' : 'photo.document'),
    meeting: { id: meeting.id, title: meeting.title, lang: meeting.lang },
    file,
    candidates,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const { id, archivo } = params;
    const { accion } = parseForm(form, FileAct);
    const here = `/facilitacion/talleres/${id}/archivos/${archivo}`;
    if (accion === 'permitir') {
      const { por_que, personas } = parseForm(form, ClearForm, clearRepeated);
      await clearPhoto(actor, id, archivo, por_que, personas);
    } else if (accion === 'guardar_privada') await hidePhoto(actor, id, archivo);
    else if (accion === 'difuminar')
      await blurPhoto(actor, id, archivo, parseForm(form, BlurForm, areaRepeated));
    else if (accion === 'describir')
      await describeFile(actor, id, archivo, parseForm(form, FileForm).descripcion);
    else {
      await removeMeetingFile(actor, id, archivo);
      return redirectTo(`/facilitacion/talleres/${id}/acta#archivos`, { notice: 'file_removed' });
    }
    return redirectTo(here, {
      notice: {
        permitir: 'photo_cleared',
        guardar_privada: 'photo_private',
        difuminar: 'photo_blurred',
        describir: 'file_described',
      }[accion],
    });
  },
  { form: true },
);

export default function MeetingFilePage() {
  const { title, meeting, file, candidates } = useLoaderData<typeof loader>();
  const posted = (useActionData() as { values?: { accion?: string } } | undefined)?.values?.accion;
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  const form = useFormState({
    descripcion: t('photo.description'),
    personas: t('photo.clear.people'),
  });
  const src = fileHref(meeting.id, file.id);
  const photo = file.kind === 'foto';
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/facilitacion', label: ofMeetings('desk.title') },
          { href: `/facilitacion/talleres/${meeting.id}/acta#archivos`, label: t('minutes.crumb') },
        ]}
        current={title}
        above={<FileState file={file} />}
        title={file.description}
        lang={meeting.lang}
        lead={meeting.title}
      />
      <FormMessages form={form} />
      <div className="l-split l-gap">
        <div className="l-stack l-stack--wide">
          {photo ? (
            <PhotoGrid src={src} alt={file.description} lang={meeting.lang} />
          ) : (
            <p>
              <ButtonLink icon="download" href={src}>
                {t('photo.download', { name: file.name })}
              </ButtonLink>
            </p>
          )}
          {photo && <BlurPhoto form={form} />}
        </div>
        <div className="l-stack l-stack--wide">
          {photo && <ClearPhoto file={file} candidates={candidates} form={form} />}
          <form method="post" className="l-stack">
            <TextField
              name="descripcion"
              lang={meeting.lang}
              label={t('photo.description')}
              hint={t('photo.description.hint')}
              rows={3}
              maxLength={deskLimits.photo}
              value={posted === 'describir' ? form.value('descripcion') : file.description}
              error={form.errors('descripcion')}
            />
            <p className="l-row">
              <Button name="accion" value="describir">
                {t('photo.describe')}
              </Button>
            </p>
          </form>
          <section className="l-stack" aria-labelledby="quitar">
            <h2 id="quitar">{t('photo.remove.heading')}</h2>
            <p>{t('photo.remove.text')}</p>
            <form method="post">
              <Button name="accion" value="quitar">
                {t('photo.remove.act')}
              </Button>
            </form>
          </section>
        </div>
      </div>
    </div>
  );
}
