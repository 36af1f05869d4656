import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { goalVariables, type Goal, type GoalVariable } from '#app/domains/groups/types.ts';
import { Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type GoalChoices = Record<GoalVariable, { value: string; label: string }[]>;

/** Whom a goal is about, in words: «Género: Mujer». */
export function useGoalName(
  choices: GoalChoices,
): (goal: Pick<Goal, 'variable' | 'value'>) => string {
  const t = useT('groups');
  return ({ variable, value }) =>
    `${t(`goal.variable.${variable}`)}: ${choices[variable].find((option) => option.value === value)?.label ?? value}`;
}

/** The labels of a goal's fields, for the lines of the error summary. */
export function useGoalLabels(): Record<string, string> {
  const t = useT('groups');
  return {
    a_quien: t('goal.who'),
    proporcion: t('goal.percent'),
    tolerancia: t('goal.tolerance'),
    fuente: t('goal.source'),
  };
}

/** A goal's numbers, in words. */
export function useGoalShare(): (goal: Pick<Goal, 'share' | 'tolerance'>) => string {
  const t = useT('groups');
  const f = useFormat();
  const percent = (value: number) => f.number(Math.round(value * 10_000) / 100);
  return ({ share, tolerance }) =>
    t(tolerance > 0 ? 'goal.share.tolerance' : 'goal.share', {
      share: percent(share),
      tolerance: percent(tolerance),
    });
}

/** Goals with their numbers and source; with `editable`, each with a button that takes it back. */
export function GoalList({
  goals,
  choices,
  editable,
}: {
  goals: Goal[];
  choices: GoalChoices;
  editable?: boolean;
}) {
  const t = useT('groups');
  const name = useGoalName(choices);
  const share = useGoalShare();
  return (
    <ul className="list">
      {goals.map((goal) => (
        <li key={goal.id}>
          <span>
            <strong>{name(goal)}</strong> · {share(goal)}{' '}
            <small className="u-mute">{t('goal.from', { source: goal.source })}</small>
          </span>
          {editable && (
            <form method="post">
              <input type="hidden" name="id" value={goal.id} />
              <Button
                size="small"
                name="accion"
                value="quitar_meta"
                aria-label={t('goal.drop.name', { name: name(goal) })}
              >
                {t('goal.drop')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The form of a goal. One for the same people takes the new numbers. */
export function GoalFields({
  choices,
  variables = goalVariables,
  form,
}: {
  choices: GoalChoices;
  /** What it can be about. */
  variables?: readonly GoalVariable[];
  form: FormState | null;
}) {
  const t = useT('groups');
  const field = (name: string) => ({ name, value: form?.value(name), error: form?.errors(name) });
  const options = variables.flatMap((variable) =>
    choices[variable].map(({ value, label }) => ({
      value: `${variable} ${value}`,
      label: `${t(`goal.variable.${variable}`)}: ${label}`,
    })),
  );
  return (
    <form method="post" noValidate className="l-form">
      <SelectField
        {...field('a_quien')}
        label={t('goal.who')}
        empty={t('goal.who.empty')}
        options={options}
      />
      <TextField
        {...field('proporcion')}
        short
        maxLength={6}
        inputMode="decimal"
        label={t('goal.percent')}
        hint={t('goal.percent.hint')}
      />
      <TextField
        {...field('tolerancia')}
        optional
        short
        maxLength={6}
        inputMode="decimal"
        label={t('goal.tolerance')}
        hint={t('goal.tolerance.hint')}
      />
      <TextField
        {...field('fuente')}
        label={t('goal.source')}
        hint={t('goal.source.hint')}
        maxLength={200}
      />
      <p className="l-end">
        <Button name="accion" value="meta">
          {t('goal.save')}
        </Button>
      </p>
    </form>
  );
}
