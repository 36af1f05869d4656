import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { addMeetingFile } from '#app/domains/minutes/add-meeting-file.server.ts';
import { deskLimits } from '#app/domains/door/rules.ts';
import { getMinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { FileForm } from '#app/domains/minutes/schema.ts';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const { meeting } = await getMinutesDesk(
    visit.db,
    visit.requireRole('facilitacion', 'coordinacion'),
    params['id'],
  );
  return {
    title: visit.t('minutes')('photo.add'),
    meeting: { id: meeting.id, title: meeting.title, lang: meeting.lang },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const { descripcion } = parseForm(form, FileForm);
    const sent = form.get('archivo');
    const file =
      sent instanceof File
        ? { name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) }
        : { name: '', bytes: Buffer.alloc(0) };
    const { id, kind } = await addMeetingFile(actor, params['id'], {
      ...file,
      description: descripcion,
    });
    return kind === 'foto'
      ? redirectTo(`/facilitacion/talleres/${params['id']}/archivos/${id}`, {
          notice: 'photo_added',
        })
      : redirectTo(`/facilitacion/talleres/${params['id']}/acta#archivos`, {
          notice: 'file_added',
        });
  },
  { form: true },
);

/** What the browser offers to choose; what is taken is read from the file itself. */
const accept =
  '.jpg,.jpeg,.png,.webp,.pdf,.csv,.txt,image/jpeg,image/png,image/webp,application/pdf,text/csv,text/plain';

export default function AddFile() {
  const { meeting } = useLoaderData<typeof loader>();
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  const form = useFormState({ archivo: t('photo.file'), descripcion: t('photo.description') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/facilitacion', label: ofMeetings('desk.title') },
          { href: `/facilitacion/talleres/${meeting.id}/acta`, label: t('minutes.crumb') },
        ]}
        current={t('photo.add')}
        title={t('photo.add')}
        lead={meeting.title}
      />
      <FormMessages form={form} />
      <form method="post" encType="multipart/form-data" className="l-form l-gap">
        <FileField
          name="archivo"
          label={t('photo.file')}
          hint={t('photo.file.hint')}
          accept={accept}
          error={form.errors('archivo')}
        />
        <TextField
          name="descripcion"
          lang={meeting.lang}
          label={t('photo.description')}
          hint={t('photo.description.hint')}
          rows={3}
          maxLength={deskLimits.photo}
          value={form.value('descripcion')}
          error={form.errors('descripcion')}
        />
        <p className="l-row l-end">
          <Button kind="go">{t('photo.send')}</Button>
        </p>
      </form>
    </div>
  );
}
