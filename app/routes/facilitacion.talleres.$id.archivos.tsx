import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { addMeetingFile } from '#app/domains/minutes/add-meeting-file.server.ts';
import { getMinutesDesk } from '#app/domains/minutes/get-minutes.server.ts';
import { FileForm } from '#app/domains/minutes/schema.ts';
import { AddFileForm } from '#app/domains/minutes/ui/file-forms.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

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
    const { description } = parseForm(form, FileForm);
    const sent = form.get('archivo');
    const file =
      sent instanceof File
        ? { name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) }
        : { name: '', bytes: Buffer.alloc(0) };
    const { id, kind } = await addMeetingFile(actor, params['id'], {
      ...file,
      description,
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

export default function AddFile() {
  const { meeting } = useLoaderData<typeof loader>();
  const t = useT('minutes');
  const ofSite = useT('common');
  const form = useFormState({ archivo: t('photo.file'), descripcion: t('photo.description') });
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={[
          { href: '/facilitacion', label: ofSite('nav.meetings') },
          { href: `/facilitacion/talleres/${meeting.id}/acta`, label: t('minutes.crumb') },
        ]}
        current={t('photo.add')}
        title={t('photo.add')}
        lead={meeting.title}
      />
      <FormMessages form={form} />
      <AddFileForm lang={meeting.lang} form={form} />
    </div>
  );
}
