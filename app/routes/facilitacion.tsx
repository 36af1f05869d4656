import { useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { answerRequest, listOpenRequests } from '#app/domains/circle/answer-request.server.ts';
import { RequestAnswerForm } from '#app/domains/circle/schema.ts';
import { OpenRequests } from '#app/domains/circle/ui/open-requests.tsx';
import { getPhases } from '#app/domains/plan/get-phases.server.ts';
import { phaseOf } from '#app/domains/plan/rules.ts';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import type { Prepared } from '#app/domains/meetings/types.ts';
import { listPreparations } from '#app/domains/meetings/get-meeting-draft.server.ts';
import { listProposals } from '#app/domains/meetings/list-proposals.server.ts';
import { ProposalList } from '#app/domains/meetings/ui/proposal-parts.tsx';
import { RunLists } from '#app/domains/meetings/ui/run-list.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('facilitacion', 'coordinacion');
  const at = now();
  const [phases, prepared, requests, proposals] = await Promise.all([
    getPhases(visit.db, visit.locale),
    listPreparations(visit.db, actor),
    listOpenRequests(visit.db, actor),
    listProposals(visit.db, actor),
  ]);
  const isPast = ({ meeting }: Prepared) => meeting.endsAt <= at || meeting.state === 'cancelado';
  return {
    requests,
    proposals,
    title: visit.t('common')('nav.meetings'),
    name: actor.name,
    now: at,
    phase: phaseOf(phases, 'talleres') ?? null,
    calls: hasRole(actor, 'coordinacion'),
    facilitates: hasRole(actor, 'facilitacion'),
    coming: prepared.filter((one) => !isPast(one)),
    past: prepared.filter(isPast).reverse(),
  };
});

export const action = act(
  async ({ visit, form }) => {
    await answerRequest(
      visit.requireRole('facilitacion', 'coordinacion'),
      parseForm(form, RequestAnswerForm),
    );
    return redirectTo('/facilitacion', { notice: 'circle_request_answered' });
  },
  { form: true },
);

const topics = ['sees', 'before', 'day', 'minutes'] as const;

export default function FacilitationDesk() {
  const { name, phase, coming, past, calls, facilitates, now, requests, proposals } =
    useLoaderData<typeof loader>();
  const t = useT('meetings');
  const ofSite = useT('common');
  const ofGroups = useT('groups');
  const ofRoster = useT('roster');
  const toCall = coming.reduce((sum, { done }) => sum + done.openCalls, 0);
  const c = useT('circle');
  const form = useFormState({ taller: c('request.meeting'), respuesta: c('request.text') });
  const call = (
    <ButtonLink kind="go" icon="plus" href="/facilitacion/talleres/nuevo">
      {t(calls ? 'prepare.new' : 'proposal.new')}
    </ButtonLink>
  );
  return (
    <div className="l-wrap">
      <PageHead
        title={t('desk.heading', { name })}
        current={ofSite('nav.meetings')}
        lead={t('prepare.list.lead', { count: coming.length })}
        action={call}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {requests.length > 0 && (
          <OpenRequests
            requests={requests}
            form={form}
            meetings={coming.map(({ meeting }) => ({ value: meeting.id, label: meeting.title }))}
          />
        )}
        <ProposalList proposals={proposals} />
        <RunLists coming={coming} past={past} calls={calls} now={now} />
        {toCall > 0 && (
          <Notice icon="phone">
            {ofRoster('calls.heading', { count: toCall })}.{' '}
            {facilitates && <a href="/facilitacion/por-llamar">{ofRoster('calls.title')}</a>}
          </Notice>
        )}
        <p>
          <a className="more" href="/facilitacion/grupos">
            {ofGroups('call.catalogue.link')}
          </a>
        </p>
        {phase && (
          <section className="l-stack" aria-labelledby="fase">
            <h2 id="fase">{t('list.phase')}</h2>
            <PhaseList phases={[phase]} now={now} />
          </section>
        )}
        <TextSections
          items={topics.map((key) => ({
            key,
            title: t(`desk.${key}.title`),
            text: t(`desk.${key}.text`),
          }))}
        />
      </div>
    </div>
  );
}
