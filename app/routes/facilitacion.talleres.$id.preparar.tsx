import { useActionData, useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { listPlanChoices } from '#app/domains/plan/list-choices.server.ts';
import { cancelMeeting, publishMeeting } from '#app/domains/meetings/decide-meeting.server.ts';
import { getMeetingDraft } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { listFacilitatorChoices } from '#app/domains/meetings/list-facilitators.server.ts';
import { valuesOfMeeting } from '#app/domains/meetings/meeting-values.ts';
import { warningsOf } from '#app/domains/meetings/preparation.rules.ts';
import { changeMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import {
  CancelForm,
  meetingRepeated,
  MeetingVersion,
  PrepareAct,
  StaffedMeetingForm,
} from '#app/domains/meetings/schema.ts';
import { MeetingBadge } from '#app/domains/meetings/ui/meeting-badge.tsx';
import { MeetingFields, useMeetingLabels } from '#app/domains/meetings/ui/meeting-form.tsx';
import { MeetingNav } from '#app/domains/meetings/ui/meeting-nav.tsx';
import { MeetingPreview } from '#app/domains/meetings/ui/meeting-preview.tsx';
import {
  CancelMeeting,
  LackingList,
  PublishMeeting,
  RunFacts,
  Warnings,
} from '#app/domains/meetings/ui/prepare-parts.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const [draft, offered, options] = await Promise.all([
    getMeetingDraft(db, actor, params['id']),
    listPlanChoices(db, locale),
    recallOptions(db, locale),
  ]);
  const { meeting } = draft;
  const gives = hasRole(actor, 'coordinacion');
  const facilitators = gives ? await listFacilitatorChoices(db, meeting.id) : null;
  const at = now();
  return {
    title: `${visit.t('common')('nav.meeting.prepare')} · ${meeting.title}`,
    ...draft,
    now: at,
    gives,
    warnings: warningsOf(meeting, draft.done, at),
    changes: meeting.state !== 'cancelado' && !meeting.closedAt,
    cancels: (meeting.state === 'borrador' || meeting.state === 'publicado') && meeting.endsAt > at,
    initial: valuesOfMeeting(meeting, draft.onlineUrl),
    choices: { ...offered, access: options.accesibilidad, facilitators },
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const id = params['id'];
    const back = (notice: string) =>
      redirectTo(`/facilitacion/talleres/${id}/preparar`, { notice });
    const { act: what } = parseForm(form, PrepareAct);
    if (what === 'publicar') {
      await publishMeeting(actor, id);
      return back('meeting_published');
    }
    if (what === 'cancelar') {
      await cancelMeeting(actor, id, parseForm(form, CancelForm).reason);
      return back('meeting_cancelled');
    }
    const input = parseForm(form, StaffedMeetingForm, meetingRepeated);
    if (what === 'vista_previa') return { preview: input, values: valuesOf(form) };
    await changeMeeting(actor, id, parseForm(form, MeetingVersion).version, input, input);
    return back('meeting_saved');
  },
  { form: true },
);

export default function PrepareMeeting() {
  const {
    meeting,
    now,
    lacking,
    done,
    facilitators,
    gives,
    changes,
    cancels,
    initial,
    choices,
    warnings,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('meetings');
  const ofSite = useT('common');
  const form = useFormState(useMeetingLabels());
  const posted = form.posted ? form.value('accion') || 'guardar' : '';
  const main = posted === 'guardar' || posted === 'vista_previa';
  return (
    <div className="l-wrap">
      <PageHead
        title={meeting.title}
        lang={meeting.lang}
        above={<MeetingBadge meeting={meeting} now={now} />}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={ofSite('nav.meeting.prepare')}
      />
      <MeetingNav id={meeting.id} current="prepare" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {meeting.state === 'cancelado' && (
          <Notice title={t('prepare.cancelled')}>{meeting.cancelReason}</Notice>
        )}
        <Warnings warnings={warnings} openNeeds={done.openNeeds} />
        <LackingList id={meeting.id} lacking={lacking} done={done} />
        {meeting.state === 'borrador' && <PublishMeeting />}
        <RunFacts meeting={meeting} facilitators={facilitators} gives={gives && changes} />
        <p>
          <a className="more" href={`/facilitacion/talleres/nuevo?copia=${meeting.id}`}>
            {t('prepare.copy')}
          </a>
        </p>
        {preview && <MeetingPreview input={preview} choices={choices} />}
        {changes && (
          <MeetingFields
            choices={choices}
            initial={initial}
            form={main ? form : null}
            version={meeting.version}
            submitLabel={t('prepare.save')}
          />
        )}
        {cancels && (
          <CancelMeeting
            form={posted === 'cancelar' ? form : null}
            people={meeting.held + meeting.waiting}
          />
        )}
      </div>
    </div>
  );
}
