import { useActionData, useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { listPlanChoices } from '#app/domains/plan/list-choices.server.ts';
import { listFacilitatorChoices } from '#app/domains/meetings/list-facilitators.server.ts';
import { valuesPosted } from '#app/domains/meetings/meeting-values.ts';
import { callMeeting } from '#app/domains/meetings/save-meeting.server.ts';
import { saveProposal } from '#app/domains/meetings/save-proposal.server.ts';
import {
  CancelForm,
  meetingRepeated,
  PrepareAct,
  ProposalQuery,
  StaffedMeetingForm,
} from '#app/domains/meetings/schema.ts';
import { acceptProposal, returnProposal } from '#app/domains/meetings/settle-proposal.server.ts';
import { startMeeting } from '#app/domains/meetings/start-meeting.server.ts';
import { useMeetingLabels } from '#app/domains/meetings/ui/meeting-form.tsx';
import { MeetingPreview } from '#app/domains/meetings/ui/meeting-preview.tsx';
import {
  ProposalNotice,
  ProposedFields,
  ReturnProposal,
} from '#app/domains/meetings/ui/proposal-parts.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const { db, locale } = visit;
  const asked = (name: string) => url.searchParams.get(name);
  const calls = hasRole(actor, 'coordinacion');
  const [offered, options, facilitators, start] = await Promise.all([
    listPlanChoices(db, locale),
    recallOptions(db, locale),
    calls ? listFacilitatorChoices(db, null) : null,
    startMeeting(db, actor, {
      proposal: asked('propuesta'),
      copy: asked('copia'),
      commitment: asked('compromiso'),
    }),
  ]);
  return {
    title: visit.t('meetings')(calls ? 'prepare.new' : 'proposal.new'),
    calls,
    ...start,
    choices: { ...offered, access: options.accesibilidad, facilitators },
  };
});

export const action = act(
  async ({ visit, form, url }) => {
    const actor = visit.requireRole('facilitacion', 'coordinacion');
    const { act: what } = parseForm(form, PrepareAct);
    const id = parseForm(Object.fromEntries(url.searchParams), ProposalQuery);
    const posted = valuesOf(form);
    if (what === 'apartar') {
      await saveProposal(actor, { id, values: valuesPosted(posted), send: false });
      return redirectTo('/facilitacion', { notice: 'proposal_kept' });
    }
    if (what === 'devolver') {
      await returnProposal(actor, id ?? '', parseForm(form, CancelForm).reason);
      return redirectTo('/facilitacion', { notice: 'proposal_returned' });
    }
    const input = parseForm(form, StaffedMeetingForm, meetingRepeated);
    if (what === 'vista_previa') return { preview: input, values: posted };
    if (what === 'enviar') {
      await saveProposal(actor, { id, values: valuesPosted(posted), send: true });
      return redirectTo('/facilitacion', { notice: 'proposal_sent' });
    }
    if (what === 'aceptar' || what === 'publicar') {
      const proposal = { id: id ?? '', input, facilitators: input, publish: what === 'publicar' };
      const made = await acceptProposal(actor, proposal);
      return redirectTo(`/facilitacion/talleres/${made.id}/preparar`, {
        notice: 'proposal_accepted',
      });
    }
    const made = await callMeeting(actor, input, input);
    return redirectTo(`/facilitacion/talleres/${made.id}/preparar`, { notice: 'meeting_called' });
  },
  { form: true },
);

export default function NewMeeting() {
  const { choices, initial, calls, proposal, settles } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('meetings');
  const ofSite = useT('common');
  const form = useFormState(useMeetingLabels());
  const returning = form.value('accion') === 'devolver';
  return (
    <div className="l-wrap">
      <PageHead
        title={t(calls ? 'prepare.new.heading' : 'proposal.new.heading')}
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t(calls ? 'prepare.new' : 'proposal.new')}
        lead={t(calls ? 'prepare.new.lead' : 'proposal.new.lead')}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {proposal && <ProposalNotice proposal={proposal} settles={settles} />}
        {preview && <MeetingPreview input={preview} choices={choices} />}
        <ProposedFields
          calls={calls}
          settles={settles}
          waits={proposal?.state === 'enviada' && !settles}
          choices={choices}
          initial={initial}
          form={form.posted && !returning ? form : null}
        />
        {settles && <ReturnProposal form={returning ? form : null} />}
      </div>
    </div>
  );
}
