import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { cleanText } from '#app/kernel/text.ts';
import { act, page, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { archivePlan, listUnanswered } from '#app/domains/proposals/archive-plan.server.ts';
import { ArchiveForm } from '#app/domains/proposals/ui/archive-form.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const { db, locale } = visit;
  const plan = await findActivePlan(db, locale);
  if (!plan) throw notFound('page_not_found');
  return {
    title: visit.t('proposals')('archive.title'),
    plan: { id: plan.id, title: plan.title },
    groups: await listUnanswered(db, plan.id, locale),
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const plan = await findActivePlan(visit.db, visit.locale);
    if (!plan) throw notFound('page_not_found');
    const given = Object.entries(valuesOf(form)).map(([field, value]) => [
      field,
      cleanText([value].flat()[0] ?? ''),
    ]);
    await archivePlan(actor, plan.id, Object.fromEntries(given));
    return redirectTo('/coordinacion/plan', { notice: 'plan_archived' });
  },
  { form: true },
);

/** Ends the plan: what nobody answered gets its reason here. */
export default function ArchivePlan() {
  const { title, plan, groups } = useLoaderData<typeof loader>();
  const t = useT('proposals');
  const c = useT('coordination');
  const form = useFormState();
  const count = groups.reduce((sum, { ideas }) => sum + ideas, 0);
  return (
    <CoordinationPage
      part="plan"
      title={t('archive.heading', { plan: plan.title })}
      crumbs={[{ href: '/coordinacion/plan', label: c('plan.title') }]}
      current={title}
      lead={t('archive.lead')}
      form={form}
    >
      <Notice kind={count > 0 ? 'sun' : 'info'} title={t('archive.without', { count })}>
        {count > 0 && t('archive.without.text')}
      </Notice>
      <ArchiveForm groups={groups} form={form} />
    </CoordinationPage>
  );
}
