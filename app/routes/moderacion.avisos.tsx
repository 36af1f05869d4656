import { useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/kernel/actor.ts';
import { notFound } from '#app/kernel/errors.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getDesk } from '#app/domains/moderation/get-queue.server.ts';
import {
  getReportCase,
  listReportCases,
  readSubjectRef,
} from '#app/domains/moderation/get-report-case.server.ts';
import { listReasons } from '#app/domains/moderation/list-reasons.server.ts';
import { readScopes } from '#app/domains/moderation/policy.ts';
import { ReportDecisionForm } from '#app/domains/moderation/schema.ts';
import {
  confirmHiding,
  dismissReports,
  dropHiding,
  proposeHiding,
} from '#app/domains/moderation/settle-reports.server.ts';
import { CaseList } from '#app/domains/moderation/ui/case-list.tsx';
import { DeskBar, DeskTabs } from '#app/domains/moderation/ui/desk-bar.tsx';
import { ReportCasePanel } from '#app/domains/moderation/ui/report-case.tsx';
import { ReportDecision } from '#app/domains/moderation/ui/report-decision.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const handle = { desk: true };
export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const { db, locale } = visit;
  const actor = visit.requireRole('moderacion', 'coordinacion');
  const at = now();
  const cases = await listReportCases(db, actor, at);
  const asked = url.searchParams.get('caso');
  const ref = asked === null ? (cases[0] ?? null) : readSubjectRef(asked);
  if (asked !== null && !ref) throw notFound('page_not_found');
  return {
    title: visit.t('moderation')('reports.title'),
    desk: await getDesk(db, actor, locale, at),
    everything: readScopes(actor) === 'all',
    decides: hasRole(actor, 'moderacion'),
    cases,
    current: ref && `${ref.kind}:${ref.id}`,
    one: ref && (await getReportCase(db, actor, ref, locale)),
    reasons: (await listReasons(db, locale, at)).filter((reason) => reason.hides),
  };
});

const notices = {
  desestimar: 'reports_dismissed',
  proponer: 'hiding_proposed',
  confirmar: 'hiding_confirmed',
  descartar: 'hiding_dropped',
};

export const action = act(
  async ({ visit, form, url }) => {
    const actor = visit.requireRole('moderacion', 'coordinacion');
    const ref = readSubjectRef(url.searchParams.get('caso'));
    if (!ref) throw notFound('page_not_found');
    const { act: done, ...hiding } = parseForm(form, ReportDecisionForm);
    switch (done) {
      case 'desestimar':
        await dismissReports(actor, ref, hiding.explanation);
        break;
      case 'proponer':
        await proposeHiding(actor, ref, hiding);
        break;
      case 'confirmar':
        await confirmHiding(actor, ref);
        break;
      case 'descartar':
        await dropHiding(actor, ref);
        break;
    }
    return redirectTo('/moderacion/avisos', { notice: notices[done] });
  },
  { form: true },
);

/** What people report: each case with its reasons, and what is done about it. */
export default function Reports() {
  const { desk, everything, decides, cases, current, one, reasons } =
    useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({
    accion: t('reports.decide'),
    motivo: t('reports.reason'),
    explicacion: t('reports.explanation'),
  });
  return (
    <>
      <DeskBar desk={desk} everything={everything} reads={!decides} />
      <div className="l-desk">
        <section aria-labelledby="cola" className="l-stack l-stack--tight">
          <h2 id="cola">{t('reports.title')}</h2>
          <DeskTabs desk={desk} place={{ view: 'nuevas' }} current="reports" />
          <CaseList cases={cases} current={current} />
        </section>
        <section aria-labelledby="pieza" className="l-stack">
          <h2 id="pieza" className={one ? undefined : 'u-sr'}>
            {one ? t('reports.subject') : t('reports.heading')}
          </h2>
          {one ? (
            <ReportCasePanel one={one} />
          ) : (
            <EmptyState
              level="h3"
              title={t('reports.empty.title')}
              text={t('reports.empty.text')}
            />
          )}
        </section>
        {one && current && (
          <section aria-labelledby="decide" className="l-stack l-stack--tight">
            <h2 id="decide">{t('reports.decide')}</h2>
            <FormMessages form={form} />
            <ReportDecision
              one={one}
              current={current}
              reasons={reasons}
              decides={decides}
              form={form}
            />
          </section>
        )}
      </div>
    </>
  );
}
