import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { listPlanChoices } from '#app/domains/plan/list-choices.server.ts';
import { listFacilitatorChoices } from '#app/domains/meetings/list-facilitators.server.ts';
import { valuesOfNew } from '#app/domains/meetings/meeting-values.ts';
import { callMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { meetingRepeated, PrepareAct, StaffedMeetingForm } from '#app/domains/meetings/schema.ts';
import { MeetingFields, useMeetingLabels } from '#app/domains/meetings/ui/meeting-form.tsx';
import { MeetingPreview } from '#app/domains/meetings/ui/meeting-preview.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  visit.requireRole('coordinacion');
  const { db, locale } = visit;
  const [offered, options, facilitators] = await Promise.all([
    listPlanChoices(db, locale),
    recallOptions(db, locale),
    listFacilitatorChoices(db, null),
  ]);
  const slug = url.searchParams.get('compromiso');
  return {
    title: visit.t('meetings')('prepare.new'),
    initial: { ...valuesOfNew(now()), ...(slug ? { compromisos: [slug] } : {}) },
    choices: { ...offered, access: options.accesibilidad, facilitators },
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const input = parseForm(form, StaffedMeetingForm, meetingRepeated);
    if (parseForm(form, PrepareAct).act === 'vista_previa')
      return { preview: input, values: valuesOf(form) };
    const { id } = await callMeeting(actor, input, input);
    return redirectTo(`/facilitacion/talleres/${id}/preparar`, { notice: 'meeting_called' });
  },
  { form: true },
);

export default function NewMeeting() {
  const { choices, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('meetings');
  const ofSite = useT('common');
  const form = useFormState(useMeetingLabels());
  return (
    <div className="l-wrap">
      <PageHead
        title={t('prepare.new.heading')}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t('prepare.new')}
        lead={t('prepare.new.lead')}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {preview && <MeetingPreview input={preview} choices={choices} />}
        <MeetingFields
          choices={choices}
          initial={initial}
          form={form.posted ? form : null}
          submitLabel={t('prepare.save.draft')}
        />
      </div>
    </div>
  );
}
