import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { fileReport, getReportable } from '#app/domains/moderation/file-report.server.ts';
import { ReportForm } from '#app/domains/moderation/schema.ts';
import { reportReasons, subjectKinds, type SubjectKind } from '#app/domains/moderation/types.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, url }) => {
  const title = visit.t('moderation')('report.title');
  const [kind, id] = [url.searchParams.get('tipo'), url.searchParams.get('id')];
  // A form shown again after an error keeps its subject in its own fields.
  if (kind === null || id === null) return { title, subject: null };
  visit.requireActor();
  if (!subjectKinds.includes(kind as SubjectKind)) throw notFound('page_not_found');
  const subject = await getReportable(visit.db, kind as SubjectKind, id);
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
    const { ideaId } = await fileReport(actor, parseForm(form, ReportForm));
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
        <form method="post" action={`/reportes?tipo=${kind}&id=${id}`} noValidate>
          <input type="hidden" name="tipo" value={kind} />
          <input type="hidden" name="id" value={id} />
          <RadioGroup
            name="motivo"
            legend={t('report.reason')}
            options={reportReasons.map((code) => ({
              value: code,
              label: t(`report.reason.${code}`),
            }))}
            value={form.value('motivo')}
            error={form.errors('motivo')}
          />
          <TextField
            name="detalle"
            label={t('report.detail')}
            optional
            rows={4}
            maxLength={1000}
            value={form.value('detalle')}
            error={form.errors('detalle')}
          />
          <div className="l-row l-gap">
            <Button kind="go" icon="flag">
              {t('report.send')}
            </Button>
            {subject && (
              <ButtonLink href={`/ideas/${subject.ideaId}`}>{t('report.back')}</ButtonLink>
            )}
          </div>
        </form>
      </div>
    </div>
  );
}
