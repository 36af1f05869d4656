import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { fileReport, getReportable } from '#app/domains/moderation/file-report.server.ts';
import { ReportForm as ReportShape } from '#app/domains/moderation/schema.ts';
import { subjectKinds } from '#app/domains/moderation/types.ts';
import { ReportForm } from '#app/domains/moderation/ui/report-form.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const title = visit.t('moderation')('report.title');
  const [asked, id] = [url.searchParams.get('tipo'), url.searchParams.get('id')];
  // A form shown again after an error keeps its subject in its own fields.
  if (asked === null || id === null) return { title, subject: null };
  visit.requireActor();
  const kind = subjectKinds.find((each) => each === asked);
  if (!kind) throw notFound('page_not_found');
  const subject = await getReportable(visit.db, kind, id);
  return {
    title,
    subject: {
      kind: subject.kind,
      id: subject.id,
      ideaId: subject.ideaId,
      title: subject.title,
      text: subject.text,
      lang: subject.lang,
    },
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireActor();
    await limitAct(visit, 'report');
    const { ideaId } = await fileReport(actor, parseForm(form, ReportShape));
    return redirectTo(`/ideas/${ideaId}`, { notice: 'report_filed' });
  },
  { form: true },
);

/** Complains about an idea or a comment; without naming one, says how. */
export default function Report() {
  const { subject, title } = useLoaderData<typeof loader>();
  const t = useT('moderation');
  const form = useFormState({ motivo: t('report.reason'), detalle: t('report.detail') });
  const [kind, id] = [form.value('tipo', subject?.kind ?? ''), form.value('id', subject?.id ?? '')];
  if (!kind || !id) {
    return (
      <div className="l-wrap">
        <PageHead
          current={title}
          title={t('report.general.heading')}
          lead={t('report.general.text')}
        />
        <FormMessages form={form} />
        <p>
          <ButtonLink href="/ideas">{t('report.general.action')}</ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className="l-wrap">
      <PageHead
        crumbs={subject ? [{ href: `/ideas/${subject.ideaId}`, label: subject.title }] : []}
        current={title}
        title={t('report.heading')}
        lead={t('report.lead')}
      />
      <div className="l-form">
        <FormMessages form={form} />
        {subject && (
          <blockquote className="quote">
            {subject.kind === 'idea' ? (
              <p lang={subject.lang}>{subject.title}</p>
            ) : (
              <Prose text={subject.text} lang={subject.lang} />
            )}
          </blockquote>
        )}
        <ReportForm kind={kind} id={id} form={form} ideaId={subject?.ideaId} />
      </div>
    </div>
  );
}
