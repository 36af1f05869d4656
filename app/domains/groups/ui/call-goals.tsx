import { useT } from '#app/platform/i18n/use-t.ts';
import { isGoalOfMeeting } from '#app/domains/groups/rules.ts';
import { goalVariables, type Goals } from '#app/domains/groups/types.ts';
import { GoalFields, GoalList, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Fold } from '#app/ui/fold.tsx';

type Props = { goals: Goals; choices: GoalChoices; changes: boolean; form: FormState };

/** Whose goals hold for a meeting: its own, its plan's, or none's. */
function standingOf(goals: Goals) {
  if (goals.own.length > 0) return 'goal.own';
  return goals.plan.length > 0 ? 'goal.plan' : 'goal.none';
}

/** Whom a meeting wants to reach, and the form that says so. */
export function CallGoals({ goals, choices, changes, form }: Props) {
  const t = useT('groups');
  const own = form.value('accion') === 'meta' ? form : null;
  return (
    <section className="l-stack l-stack--tight" id="metas" aria-labelledby="metas-t">
      <h2 id="metas-t">{t('goal.title')}</h2>
      <p>{t(standingOf(goals))}</p>
      <GoalList
        goals={goals.inForce}
        choices={choices}
        editable={changes && goals.own.length > 0}
      />
      {changes && (
        <Fold summary={t('goal.add')} open={own !== null}>
          <p className="u-small">{t('goal.own.about')}</p>
          <GoalFields
            choices={choices}
            variables={goalVariables.filter(isGoalOfMeeting)}
            form={own}
          />
        </Fold>
      )}
    </section>
  );
}
