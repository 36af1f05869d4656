import { useLoaderData } from '@remix-run/react';
import {
  act,
  page,
  parseForm,
  redirectTo,
  type PageArgs,
} from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { ListAct, ListQuery } from '#app/domains/registration/list-form.ts';
import { loadList } from '#app/domains/registration/load-list.server.ts';
import { getListDesk, type ListAsked } from '#app/domains/registration/open-list.server.ts';
import { previewList } from '#app/domains/registration/preview-list.server.ts';
import { readListChoices } from '#app/domains/registration/read-list-choices.server.ts';
import {
  chooseForList,
  dropList,
  uploadList,
} from '#app/domains/registration/upload-list.server.ts';
import { ListRows } from '#app/domains/registration/ui/list-rows.tsx';
import { ListSettings } from '#app/domains/registration/ui/list-settings.tsx';
import { ListUploadForm } from '#app/domains/registration/ui/list-upload-form.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

const askedOf = ({
  visit,
  params,
  url,
}: Pick<PageArgs, 'visit' | 'params' | 'url'>): ListAsked => ({
  meetingId: params['id'],
  listId: parseForm(Object.fromEntries(url.searchParams), ListQuery),
  session: visit.facts.token ?? '',
});

export const loader = page(async (args) => {
  const { visit } = args;
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const asked = askedOf(args);
  const { meeting, preview } = asked.listId
    ? await previewList(actor, asked, visit.translator)
    : { meeting: await getListDesk(visit.db, actor, asked.meetingId), preview: null };
  return {
    title: `${visit.t('roster')('load.title')} · ${meeting.title}`,
    meeting: { id: meeting.id, title: meeting.title },
    preview,
    localities: preview ? await listLocalities(visit.db) : [],
  };
});

export const action = act(
  async (args) => {
    const { visit, params, form, url } = args;
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const desk = `/facilitacion/talleres/${params['id']}`;
    const asked = askedOf(args);
    const { act: wanted } = parseForm(form, ListAct);
    if (wanted === 'leer') {
      const sent = form.get('archivo');
      const bytes = sent instanceof File ? Buffer.from(await sent.arrayBuffer()) : Buffer.alloc(0);
      return redirectTo(`${desk}/cargar?lista=${await uploadList(actor, asked, bytes)}`);
    }
    if (wanted === 'ver') {
      await chooseForList(actor, asked, (header) => readListChoices(form, header));
      return redirectTo(`${desk}/cargar${url.search}`);
    }
    if (wanted === 'quitar') {
      await dropList(actor, asked);
      return redirectTo(`${desk}/cargar`, { notice: 'list_dropped' });
    }
    const { pairs } = await loadList(actor, asked);
    return redirectTo(`${desk}/${pairs > 0 ? 'repetidas' : 'lista'}`, { notice: 'list_loaded' });
  },
  { form: true },
);

/** Who facilitates brings a list of registrations, looks at what becomes of each row, and loads it. */
export default function LoadList() {
  const { meeting, preview, localities } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofSite = useT('common');
  const form = useFormState({
    archivo: t('load.file'),
    consiente_fecha: t('load.consent.day'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('load.title')}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t('load.title')}
        lead={t('load.lead', { title: meeting.title })}
      />
      <MeetingNav id={meeting.id} current="load" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {preview ? (
          <>
            <ListSettings preview={preview} localities={localities} form={form} />
            <ListRows preview={preview} />
          </>
        ) : (
          <>
            <p>
              <a href={`/facilitacion/talleres/${meeting.id}/inscribir`}>{t('take.from_load')}</a>
            </p>
            <ListUploadForm form={form} />
          </>
        )}
      </div>
    </div>
  );
}
