import { useActionData, useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { changeCommitment } from '#app/domains/plan/change-commitment.server.ts';
import { getCommitmentDraft } from '#app/domains/plan/get-drafts.server.ts';
import { listInstitutions } from '#app/domains/plan/list-institutions.server.ts';
import { CommitmentForm, commitmentLists } from '#app/domains/plan/schema.ts';
import type { CommitmentDraft } from '#app/domains/plan/types.ts';
import { CommitmentTexts } from '#app/domains/plan/ui/commitment-texts.tsx';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

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
    const input = parseForm(form, CommitmentForm, commitmentLists);
    if (form.get('accion') === 'vista_previa') {
      const own = visit.locale;
      const texts = {
        summary: input[`resumen_${own}`],
        challenge: input[`reto_${own}`],
        level: input[`nivel_${own}`],
        use: input[`uso_${own}`],
        milestones: input[`hitos_${own}`],
      };
      return { preview: { title: input[`titulo_${own}`], ...texts }, values: valuesOf(form) };
    }
    const { changed } = await changeCommitment(actor, draft.id, input);
    return redirectTo(`/coordinacion/compromisos/${draft.id}`, {
      notice: changed ? 'commitment_changed' : 'nothing_changed',
    });
  },
  { form: true },
);

type Preview = {
  title: string;
  summary: string;
  challenge: string;
  level: string;
  use: string;
  milestones: string[];
};

/** Each text with what the draft holds of it; a milestone a line. */
const fields: {
  name: string;
  key: 'title' | 'short' | 'summary' | 'challenge' | 'level' | 'use' | 'milestones';
  rows?: number;
  max: number;
  of: (draft: CommitmentDraft, lang: 'es' | 'en') => string;
}[] = [
  { name: 'titulo', key: 'title', max: 160, of: (draft, lang) => draft.title[lang] },
  { name: 'corto', key: 'short', max: 80, of: (draft, lang) => draft.shortTitle[lang] },
  { name: 'resumen', key: 'summary', rows: 4, max: 1500, of: (draft, lang) => draft.summary[lang] },
  {
    name: 'reto',
    key: 'challenge',
    rows: 5,
    max: 1500,
    of: (draft, lang) => draft.challenge[lang],
  },
  { name: 'nivel', key: 'level', rows: 4, max: 1500, of: (draft, lang) => draft.level[lang] },
  { name: 'uso', key: 'use', rows: 4, max: 1500, of: (draft, lang) => draft.use[lang] },
  {
    name: 'hitos',
    key: 'milestones',
    rows: 6,
    max: 6000,
    of: (draft, lang) => draft.milestones[lang].join('\n'),
  },
];

export default function CommitmentDesk() {
  const { draft, name, institutions } = useLoaderData<typeof loader>();
  const preview = (useActionData() as { preview?: Preview } | undefined)?.preview;
  const t = useT('coordination');
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead
        title={name}
        crumbs={[
          { href: '/coordinacion', label: t('home.title') },
          { href: '/coordinacion/plan', label: t('plan.title') },
        ]}
        current={t('commitment.number', { number: draft.number })}
        lead={t('commitment.lead')}
      />
      <CoordinationNav current="plan" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
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
          <form method="post" className="l-form">
            {fields.flatMap(({ name: field, key, rows, max, of }) =>
              (['es', 'en'] as const).map((lang) => (
                <TextField
                  key={`${field}_${lang}`}
                  name={`${field}_${lang}`}
                  lang={lang}
                  rows={rows}
                  maxLength={max}
                  label={t(`field.${key}.${lang}`)}
                  hint={key === 'milestones' ? t('field.milestones.hint') : undefined}
                  value={form.value(`${field}_${lang}`, of(draft, lang))}
                  error={form.errors(`${field}_${lang}`)}
                />
              )),
            )}
            <CheckboxGroup
              name="entidades"
              legend={t('commitment.institutions')}
              hint={t('commitment.institutions.hint')}
              options={institutions.map((each) => ({ value: each.id, label: each.name }))}
              values={form.values('entidades', draft.institutionIds)}
              error={form.errors('entidades')}
            />
            <p className="l-row l-end">
              <Button name="accion" value="vista_previa" icon="eye">
                {t('preview.see')}
              </Button>
              <Button kind="go" name="accion" value="guardar">
                {t('save')}
              </Button>
            </p>
          </form>
        )}
      </div>
    </div>
  );
}
