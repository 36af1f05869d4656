import { useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listCalls } from '#app/domains/registration/list-calls.server.ts';
import { noteCall } from '#app/domains/registration/note-call.server.ts';
import { CallOutcome } from '#app/domains/registration/schema.ts';
import { listTakingMeetings } from '#app/domains/registration/take-registration.server.ts';
import { CallCard } from '#app/domains/registration/ui/call-card.tsx';
import { TakingMeetings } from '#app/domains/registration/ui/taken-parts.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('facilitacion');
  return {
    title: visit.t('roster')('calls.title'),
    now: now(),
    calls: await listCalls(actor),
    taking: await listTakingMeetings(visit.db, actor),
  };
});

export const action = act(
  async ({ visit, form }) => {
    await noteCall(visit.requireRole('facilitacion'), parseForm(form, CallOutcome));
    return redirectTo('/facilitacion/por-llamar', { notice: 'call_noted' });
  },
  { form: true },
);

export default function PeopleToCall() {
  const { calls, taking, now } = useLoaderData<typeof loader>();
  const t = useT('roster');
  const ofSite = useT('common');
  const form = useFormState({ resultado: t('calls.title') });
  const late = calls.filter(({ dueAt }) => dueAt <= now).length;
  const lead = [late > 0 && t('calls.late', { count: late }), t('calls.lead')];
  return (
    <div className="l-wrap">
      <PageHead
        title={
          calls.length > 0 ? t('calls.heading', { count: calls.length }) : t('calls.none.title')
        }
        crumbs={[{ href: '/facilitacion', label: ofSite('nav.meetings') }]}
        current={t('calls.title')}
        lead={calls.length > 0 ? lead.filter(Boolean).join(' ') : undefined}
      />
      <div className="l-stack l-stack--wide">
        <FormMessages form={form} />
        {calls.length === 0 ? (
          <EmptyState title={t('calls.none.title')} text={t('calls.none.text')} />
        ) : (
          <ul className="calls" role="list">
            {calls.map((call) => (
              <CallCard key={call.id} call={call} now={now} />
            ))}
          </ul>
        )}
        <TakingMeetings meetings={taking} />
      </div>
    </div>
  );
}
