import { useActionData, useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { changeCommitment } from '#app/domains/plan/change-commitment.server.ts';
import { getCommitmentDraft } from '#app/domains/plan/get-drafts.server.ts';
import { listInstitutions } from '#app/domains/plan/list-institutions.server.ts';
import { commitmentAsWritten } from '#app/domains/plan/preview.ts';
import { CommitmentForm as CommitmentFields, commitmentLists } from '#app/domains/plan/schema.ts';
import { CommitmentForm } from '#app/domains/plan/ui/commitment-form.tsx';
import { CommitmentTexts } from '#app/domains/plan/ui/commitment-texts.tsx';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const handle = { ns: ['coordination', 'plan'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const draft = await getCommitmentDraft(visit.db, visit.requireRole('coordinacion'), params.id);
  const name = draft.title[visit.locale];
  return {
    title: visit.t('coordination')('commitment.title', { name }),
    name,
    draft,
    institutions: await listInstitutions(visit.db, visit.locale),
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('coordinacion');
    const draft = await getCommitmentDraft(visit.db, actor, params.id);
    const input = parseForm(form, CommitmentFields, commitmentLists);
    if (form.get('accion') === 'vista_previa')
      return { preview: commitmentAsWritten(input, visit.locale), values: valuesOf(form) };
    const { changed } = await changeCommitment(actor, draft.id, input);
    return redirectTo(`/coordinacion/compromisos/${draft.id}`, {
      notice: changed ? 'commitment_changed' : 'nothing_changed',
    });
  },
  { form: true },
);

export default function CommitmentDesk() {
  const { draft, name, institutions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const t = useT('coordination');
  const form = useFormState();
  return (
    <CoordinationPage
      part="plan"
      title={name}
      crumbs={[{ href: '/coordinacion/plan', label: t('plan.title') }]}
      current={t('commitment.number', { number: draft.number })}
      lead={t('commitment.lead')}
      form={form}
    >
      {preview && (
        <section role="status" className="panel l-stack l-stack--wide" aria-labelledby="vista">
          <h2 id="vista">{t('preview.title')}</h2>
          <p className="u-lead">{preview.title}</p>
          <CommitmentTexts commitment={preview} />
        </section>
      )}
      {draft.planState === 'archived' ? (
        <Notice kind="info">{t('phases.archived')}</Notice>
      ) : (
        <CommitmentForm draft={draft} institutions={institutions} form={form} />
      )}
    </CoordinationPage>
  );
}
