import { useLoaderData } from '@remix-run/react';
import { civilDay } from '#app/platform/i18n/format.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listReasonRows } from '#app/domains/moderation/list-reasons.server.ts';
import { saveReason } from '#app/domains/moderation/save-reason.server.ts';
import { ReasonForm } from '#app/domains/moderation/schema.ts';
import { reasoned, ReasonFields, ReasonFold } from '#app/domains/moderation/ui/reason-fields.tsx';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { ns: ['coordination'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  return {
    title: visit.t('coordination')('reasons.title'),
    reasons: await listReasonRows(visit.db),
    today: civilDay(now()),
  };
});

export const action = act(
  async ({ visit, form }) => {
    await saveReason(visit.requireRole('coordinacion'), parseForm(form, ReasonForm));
    return redirectTo('/coordinacion/razones', { notice: 'reason_saved' });
  },
  { form: true },
);

export default function Reasons() {
  const { reasons, today } = useLoaderData<typeof loader>();
  const t = useT('coordination');
  const form = useFormState();
  const known = reasons.some((reason) => reason.code === form.value('codigo'));
  return (
    <CoordinationPage
      part="razones"
      title={t('reasons.heading', { count: reasons.length })}
      current={t('reasons.title')}
      lead={t('reasons.lead')}
      form={form}
    >
      {reasoned.map((decision) => (
        <section key={decision} aria-labelledby={decision}>
          <h2 id={decision}>{t(`reasons.decision.${decision}`)}</h2>
          {reasons
            .filter((reason) => reason.decision === decision)
            .map((reason) => (
              <ReasonFold key={reason.code} reason={reason} today={today} form={form} />
            ))}
        </section>
      ))}
      <section aria-labelledby="nueva">
        <h2 id="nueva">{t('reasons.new')}</h2>
        <ReasonFields today={today} form={form.posted && !known ? form : null} />
      </section>
    </CoordinationPage>
  );
}
