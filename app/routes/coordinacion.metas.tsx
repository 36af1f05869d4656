import { useLoaderData } from '@remix-run/react';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { CoordinationPage } from '#app/domains/plan/ui/coordination-page.tsx';
import { GoalAct, GoalDrop, GoalForm } from '#app/domains/groups/schema.ts';
import { listGoals, recallGoalValues } from '#app/domains/groups/list-goals.server.ts';
import { dropGoal, saveGoal } from '#app/domains/groups/save-goal.server.ts';
import { GoalFields, GoalList, useGoalLabels } from '#app/domains/groups/ui/goal-fields.tsx';
import { useFormState } from '#app/ui/form-state.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  visit.requireRole('coordinacion');
  const [{ plan: goals }, choices] = await Promise.all([
    listGoals(visit.db, null),
    recallGoalValues(visit.db, visit.locale),
  ]);
  return { title: visit.t('groups')('goal.page.title'), goals, choices };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireRole('coordinacion');
    const { act: what } = parseForm(form, GoalAct);
    if (what === 'quitar_meta') await dropGoal(actor, null, parseForm(form, GoalDrop).id);
    else await saveGoal(actor, null, parseForm(form, GoalForm));
    return redirectTo('/coordinacion/metas', {
      notice: what === 'quitar_meta' ? 'goal_dropped' : 'goal_saved',
    });
  },
  { form: true },
);

export default function PlanGoals() {
  const { goals, choices } = useLoaderData<typeof loader>();
  const t = useT('groups');
  const form = useFormState(useGoalLabels());
  return (
    <CoordinationPage
      part="metas"
      title={t('goal.page.heading')}
      current={t('goal.page.title')}
      lead={t('goal.page.lead')}
      form={form}
    >
      <section aria-labelledby="metas">
        <h2 id="metas">{t('goal.title')}</h2>
        {goals.length > 0 ? (
          <GoalList goals={goals} choices={choices} editable />
        ) : (
          <p>{t('goal.none')}</p>
        )}
      </section>
      <section aria-labelledby="nueva">
        <h2 id="nueva">{t('goal.add')}</h2>
        <GoalFields choices={choices} form={form.posted ? form : null} />
      </section>
    </CoordinationPage>
  );
}
