import { useActionData, useLoaderData } from '@remix-run/react';
import { now } from '#app/platform/clock/clock.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { countPhaseChange } from '#app/domains/meetings/count-phase-change.server.ts';
import { changePhase } from '#app/domains/plan/change-phase.server.ts';
import { getPhaseDraft } from '#app/domains/plan/get-drafts.server.ts';
import { phaseState, withinMinute } from '#app/domains/plan/rules.ts';
import { phaseAsWritten } from '#app/domains/plan/preview.ts';
import { PhaseForm as PhaseFields } from '#app/domains/plan/schema.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { PhaseForm } from '#app/domains/plan/ui/phase-form.tsx';
import { PhaseList } from '#app/domains/plan/ui/phase-list.tsx';
import { PhaseMeetings } from '#app/domains/meetings/ui/phase-meetings.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';

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
    const input = parseForm(form, PhaseFields);
    if (form.get('accion') === 'vista_previa')
      return {
        preview: phaseAsWritten(draft, input, visit.locale),
        meetings:
          draft.kind === 'talleres'
            ? await countPhaseChange(visit.db, draft.planId, {
                before: draft.closesAt,
                after: withinMinute(draft.closesAt, input.closesAt),
              })
            : null,
        values: valuesOf(form),
      };
    const { changed } = await changePhase(actor, draft.id, input);
    return redirectTo(`/coordinacion/fases/${draft.id}`, {
      notice: changed ? 'phase_changed' : 'nothing_changed',
    });
  },
  { form: true },
);

export default function PhaseDesk() {
  const { draft, name, state, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer && 'preview' in answer ? answer : undefined;
  const t = useT('coordination');
  const f = useFormat();
  const form = useFormState();
  return (
    <CoordinationPage
      part="plan"
      title={name}
      crumbs={[{ href: '/coordinacion/plan', label: t('plan.title') }]}
      current={name}
      lead={t('phases.lead', {
        state: t(`phase.state.${state}`),
        from: f.date(draft.opensAt),
        until: f.date(draft.closesAt),
      })}
      form={form}
    >
      {shown && (
        <section role="status" className="l-stack" aria-labelledby="vista">
          <h2 id="vista">{t('preview.title')}</h2>
          <PhaseList phases={[shown.preview]} now={now} />
          {shown.meetings && <PhaseMeetings {...shown.meetings} />}
        </section>
      )}
      {draft.planState === 'archived' ? (
        <Notice kind="info">{t('phases.archived')}</Notice>
      ) : (
        <PhaseForm draft={draft} form={form} />
      )}
    </CoordinationPage>
  );
}
