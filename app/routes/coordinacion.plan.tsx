import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { addCommitment } from '#app/domains/plan/add-commitment.server.ts';
import { changePlan } from '#app/domains/plan/change-plan.server.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { getPlanDraft } from '#app/domains/plan/get-drafts.server.ts';
import { openPlan } from '#app/domains/plan/open-plan.server.ts';
import { phaseState } from '#app/domains/plan/rules.ts';
import { NewCommitmentForm, PlanForm } from '#app/domains/plan/schema.ts';
import { CoordinationNav } from '#app/domains/plan/ui/coordination-nav.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { ns: ['coordination', 'plan'], script: true };
export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireRole('coordinacion');
  const plan = await findActivePlan(visit.db, visit.locale);
  return {
    title: visit.t('coordination')('plan.title'),
    now: now(),
    plan,
    draft: plan ? await getPlanDraft(visit.db, actor, plan.id) : null,
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const plan = await findActivePlan(visit.db, visit.locale);
    if (plan && form.get('accion') === 'compromiso') {
      const { commitmentId } = await addCommitment(
        actor,
        plan.id,
        parseForm(form, NewCommitmentForm),
      );
      return redirectTo(`/coordinacion/compromisos/${commitmentId}`, {
        notice: 'commitment_added',
      });
    }
    const input = parseForm(form, PlanForm);
    if (form.get('accion') === 'vista_previa')
      return {
        preview: {
          title: input[`titulo_${visit.locale}`],
          summary: input[`resumen_${visit.locale}`],
        },
        values: valuesOf(form),
      };
    if (!plan) {
      await openPlan(actor, input);
      return redirectTo('/coordinacion/plan', { notice: 'plan_opened' });
    }
    const { changed } = await changePlan(actor, plan.id, input);
    return redirectTo('/coordinacion/plan', {
      notice: changed ? 'plan_changed' : 'nothing_changed',
    });
  },
  { form: true },
);

export default function PlanDesk() {
  const { plan, draft, now } = useLoaderData<typeof loader>();
  const preview = (useActionData() as { preview?: { title: string; summary: string } } | undefined)
    ?.preview;
  const t = useT('coordination');
  const f = useFormat();
  const form = useFormState();
  const ticked = form.value('publica_primero', draft?.publishesFirst ? 'si' : '') === 'si';
  return (
    <div className="l-wrap">
      <PageHead
        title={t(plan ? 'plan.heading' : 'plan.heading.none')}
        crumbs={[{ href: '/coordinacion', label: t('home.title') }]}
        current={t('plan.title')}
        lead={t(plan ? 'plan.lead' : 'plan.lead.none')}
      />
      <CoordinationNav current="plan" />
      <div className="l-stack l-stack--wide l-gap">
        <FormMessages form={form} />
        {preview && (
          <Notice kind="sun" role="status" title={t('preview.title')}>
            <div className="l-stack l-stack--tight">
              <h2>{preview.title}</h2>
              <p>{preview.summary}</p>
            </div>
          </Notice>
        )}
        {plan && (
          <>
            <DataTable
              caption={t('plan.phases')}
              columns={[
                { key: 'name', label: t('plan.phase') },
                { key: 'state', label: t('plan.state') },
                { key: 'opens', label: t('phases.opens') },
                { key: 'closes', label: t('phases.closes') },
              ]}
              rows={plan.phases.map((phase) => ({
                id: phase.id,
                name: (
                  <a href={`/coordinacion/fases/${phase.id}`}>
                    {phase.position}. {phase.name}
                  </a>
                ),
                state: t(`phase.state.${phaseState(phase, now)}`),
                opens: f.date(phase.opensAt, 'moment'),
                closes: f.date(phase.closesAt, 'moment'),
              }))}
            />
            <DataTable
              caption={t('plan.commitments')}
              columns={[
                { key: 'name', label: t('plan.commitment') },
                { key: 'who', label: t('plan.who') },
              ]}
              rows={plan.commitments.map((each) => ({
                id: each.id,
                name: (
                  <a href={`/coordinacion/compromisos/${each.id}`}>
                    {each.number}. {each.title}
                  </a>
                ),
                who: each.institutions.map((one) => one.name).join(', ') || t('plan.nobody'),
              }))}
            />
            <Fold summary={t('plan.add')} open={form.value('accion') === 'compromiso'}>
              <form method="post" className="l-form">
                <TextField
                  name="numero"
                  label={t('plan.add.number')}
                  inputMode="numeric"
                  short
                  maxLength={2}
                  value={form.value('numero')}
                  error={form.errors('numero')}
                />
                <TextField
                  id="nuevo_es"
                  name="titulo_es"
                  label={t('field.title.es')}
                  value={form.value('accion') === 'compromiso' ? form.value('titulo_es') : ''}
                  error={
                    form.value('accion') === 'compromiso' ? form.errors('titulo_es') : undefined
                  }
                />
                <TextField
                  id="nuevo_en"
                  name="titulo_en"
                  lang="en"
                  label={t('field.title.en')}
                  value={form.value('accion') === 'compromiso' ? form.value('titulo_en') : ''}
                  error={
                    form.value('accion') === 'compromiso' ? form.errors('titulo_en') : undefined
                  }
                />
                <p className="l-end">
                  <Button name="accion" value="compromiso" icon="plus">
                    {t('plan.add.send')}
                  </Button>
                </p>
              </form>
            </Fold>
          </>
        )}
        <section aria-labelledby="textos">
          <h2 id="textos">{t(plan ? 'plan.texts' : 'plan.texts.none')}</h2>
          <form method="post" className="l-form">
            <TextField
              name="titulo_es"
              label={t('field.title.es')}
              value={form.value('titulo_es', draft?.title.es)}
              error={form.errors('titulo_es')}
              maxLength={160}
            />
            <TextField
              name="titulo_en"
              lang="en"
              label={t('field.title.en')}
              value={form.value('titulo_en', draft?.title.en)}
              error={form.errors('titulo_en')}
              maxLength={160}
            />
            <TextField
              name="resumen_es"
              rows={4}
              label={t('field.summary.es')}
              value={form.value('resumen_es', draft?.summary.es)}
              error={form.errors('resumen_es')}
              maxLength={1500}
            />
            <TextField
              name="resumen_en"
              lang="en"
              rows={4}
              label={t('field.summary.en')}
              value={form.value('resumen_en', draft?.summary.en)}
              error={form.errors('resumen_en')}
              maxLength={1500}
            />
            <Checkbox
              name="publica_primero"
              label={t('plan.publishes_first')}
              hint={t('plan.publishes_first.hint')}
              checked={ticked}
            />
            <p className="l-row l-end">
              <Button name="accion" value="vista_previa" icon="eye">
                {t('preview.see')}
              </Button>
              <Button kind="go" name="accion" value="guardar">
                {t(plan ? 'save' : 'plan.open')}
              </Button>
            </p>
          </form>
        </section>
      </div>
    </div>
  );
}
