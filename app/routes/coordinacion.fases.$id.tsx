import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { changePhase } from '#app/domains/plan/change-phase.server.ts';
import { getPhaseDraft } from '#app/domains/plan/get-drafts.server.ts';
import { localMoment, phaseState } from '#app/domains/plan/rules.ts';
import { PhaseForm } from '#app/domains/plan/schema.ts';
import type { Phase } from '#app/domains/plan/types.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { ns: ['coordination', 'plan'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const draft = await getPhaseDraft(visit.db, visit.requireRole('coordinacion'), params.id);
  const name = draft.name[visit.locale];
  return {
    title: visit.t('coordination')('phases.title', { name }),
    name,
    draft,
    state: phaseState(draft, now()),
    now: now(),
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const actor = visit.requireRole('coordinacion');
    const draft = await getPhaseDraft(visit.db, actor, params.id);
    const input = parseForm(form, PhaseForm);
    if (form.get('accion') === 'vista_previa') {
      const own = visit.locale;
      const preview: Phase = {
        id: draft.id,
        planId: draft.planId,
        kind: draft.kind,
        position: 1,
        opensAt: input.abre,
        closesAt: input.cierra,
        name: input[`nombre_${own}`] ?? draft.name[own],
        decides: input[`decide_${own}`] ?? draft.decides[own],
        outcome: input[`resultado_${own}`] ?? draft.outcome[own],
      };
      return { preview, values: valuesOf(form) };
    }
    const { changed } = await changePhase(actor, draft.id, input);
    return redirectTo(`/coordinacion/fases/${draft.id}`, {
      notice: changed ? 'phase_changed' : 'nothing_changed',
    });
  },
  { form: true },
);

export default function PhaseDesk() {
  const { draft, name, state, now } = useLoaderData<typeof loader>();
  const preview = (useActionData() as { preview?: Phase } | undefined)?.preview;
  const t = useT('coordination');
  const f = useFormat();
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead
        title={name}
        crumbs={[
          { href: '/coordinacion', label: t('home.title') },
          { href: '/coordinacion/plan', label: t('plan.title') },
        ]}
        current={name}
        lead={t('phases.lead', {
          state: t(`phase.state.${state}`),
          from: f.date(draft.opensAt),
          until: f.date(draft.closesAt),
        })}
      />
      <CoordinationNav current="plan" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {preview && (
          <section role="status" className="l-stack" aria-labelledby="vista">
            <h2 id="vista">{t('preview.title')}</h2>
            <PhaseList phases={[preview]} now={now} />
          </section>
        )}
        {draft.planState === 'archived' ? (
          <Notice kind="info">{t('phases.archived')}</Notice>
        ) : (
          <form method="post" className="l-form">
            <TextField
              name="abre"
              type="datetime-local"
              label={t('phases.opens')}
              hint={t('phases.zone')}
              value={form.value('abre', localMoment(draft.opensAt))}
              error={form.errors('abre')}
            />
            <TextField
              name="cierra"
              type="datetime-local"
              label={t('phases.closes')}
              hint={t('phases.closes.hint')}
              value={form.value('cierra', localMoment(draft.closesAt))}
              error={form.errors('cierra')}
            />
            <TextField
              name="nombre_es"
              label={t('field.name.es')}
              value={form.value('nombre_es', draft.name.es)}
              error={form.errors('nombre_es')}
              maxLength={80}
            />
            <TextField
              name="nombre_en"
              lang="en"
              label={t('field.name.en')}
              value={form.value('nombre_en', draft.name.en)}
              error={form.errors('nombre_en')}
              maxLength={80}
            />
            <TextField
              name="decide_es"
              rows={4}
              label={t('field.decides.es')}
              value={form.value('decide_es', draft.decides.es)}
              error={form.errors('decide_es')}
              maxLength={1500}
            />
            <TextField
              name="decide_en"
              lang="en"
              rows={4}
              label={t('field.decides.en')}
              value={form.value('decide_en', draft.decides.en)}
              error={form.errors('decide_en')}
              maxLength={1500}
            />
            <TextField
              name="resultado_es"
              rows={4}
              optional
              label={t('field.outcome.es')}
              value={form.value('resultado_es', draft.outcome.es)}
              error={form.errors('resultado_es')}
              maxLength={3000}
            />
            <TextField
              name="resultado_en"
              lang="en"
              rows={4}
              optional
              label={t('field.outcome.en')}
              value={form.value('resultado_en', draft.outcome.en)}
              error={form.errors('resultado_en')}
              maxLength={3000}
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
