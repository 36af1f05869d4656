import { useLoaderData } from '@remix-run/react';
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
import { ClearPhoto } from '#app/domains/minutes/ui/clear-photo.tsx';
import { BlurPhoto, PhotoGrid } from '#app/domains/minutes/ui/photo-tools.tsx';
import { DescribeFile, RemoveFile } from '#app/domains/minutes/ui/file-forms.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { meeting, file } = await getMeetingFile(visit.db, actor, params['id'], params['archivo']);
  authorize(canRunMeeting(actor, meeting));
  const candidates =
    file.kind === 'foto' ? await listPhotoCandidates(actor, meeting.id, file.id) : null;
  return {
    title:
      file.kind === 'foto'
        ? visit.t('door')('door.photo.one')
        : visit.t('minutes')('photo.document'),
    meeting: { id: meeting.id, title: meeting.title, lang: meeting.lang },
    file,
    candidates,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const { id, archivo: fileId } = params;
    const { act: asked } = parseForm(form, FileAct);
    const back = (notice: string) =>
      redirectTo(`/facilitacion/talleres/${id}/archivos/${fileId}`, { notice });
    if (asked === 'permitir') {
      const { why, shown } = parseForm(form, ClearForm, clearRepeated);
      await clearPhoto(actor, id, fileId, why, shown);
      return back('photo_cleared');
    }
    if (asked === 'guardar_privada') {
      await hidePhoto(actor, id, fileId);
      return back('photo_private');
    }
    if (asked === 'difuminar') {
      await blurPhoto(actor, id, fileId, parseForm(form, BlurForm, areaRepeated));
      return back('photo_blurred');
    }
    if (asked === 'describir') {
      await describeFile(actor, id, fileId, parseForm(form, FileForm).description);
      return back('file_described');
    }
    await removeMeetingFile(actor, id, fileId);
    return redirectTo(`/facilitacion/talleres/${id}/acta#archivos`, { notice: 'file_removed' });
  },
  { form: true },
);

export default function MeetingFilePage() {
  const { title, meeting, file, candidates } = useLoaderData<typeof loader>();
  const t = useT('minutes');
  const ofSite = useT('common');
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
          { href: '/facilitacion', label: ofSite('nav.meetings') },
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
          <DescribeFile file={file} lang={meeting.lang} form={form} />
          <RemoveFile />
        </div>
      </div>
    </div>
  );
}
