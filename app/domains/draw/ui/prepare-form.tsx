import type { DrawQuota } from '#app/domains/draw/types.ts';
import { QuotaTable } from '#app/domains/draw/ui/draw-facts.tsx';
import { useGoalName, type GoalChoices } from '#app/domains/groups/ui/goal-fields.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export type ProposedQuota = DrawQuota & { goalId: string; fixed: boolean };

/** What the fields of the quotas are called in the summary of errors, by their names. */
export function useQuotaLabels(
  proposed: ProposedQuota[],
  choices: GoalChoices,
): Record<string, string> {
  const t = useT('draw');
  const name = useGoalName(choices);
  return Object.fromEntries(
    proposed.flatMap((quota) =>
      (['min', 'max'] as const).map((end) => [
        `${end}.${quota.goalId}`,
        `${name(quota)}, ${t(`draw.quotas.${end}`)}`,
      ]),
    ),
  );
}

/**
 * The quotas that the goals propose, to be changed; with what was typed before, where a post came
 * back.
 */
export function PrepareForm({
  proposed,
  choices,
  form,
  again,
  few,
}: {
  proposed: ProposedQuota[];
  choices: GoalChoices;
  form: FormState | null;
  again: boolean;
  /** Fewer people wait than quotas are for. */
  few: boolean;
}) {
  const t = useT('draw');
  const name = useGoalName(choices);
  const withoutAny = few ? 'draw.quotas.few' : 'draw.quotas.none';
  const said = proposed.length > 0 ? 'draw.quotas.text' : withoutAny;
  const fixed = proposed.filter((quota) => quota.fixed);
  const fields = (
    <form method="post" noValidate className="l-form">
      <p>{t(said)}</p>
      {fixed.length > 0 && (
        <>
          <p>{t('draw.quotas.fixed')}</p>
          <QuotaTable quotas={fixed} choices={choices} />
        </>
      )}
      {proposed
        .filter((quota) => !quota.fixed)
        .map((quota) => (
          <fieldset key={quota.goalId} className="part">
            <legend>{name(quota)}</legend>
            <div className="range">
              {(['min', 'max'] as const).map((end) => (
                <TextField
                  key={end}
                  short
                  maxLength={4}
                  inputMode="numeric"
                  name={`${end}.${quota.goalId}`}
                  label={t(`draw.quotas.${end}`)}
                  value={form?.value(`${end}.${quota.goalId}`) ?? String(quota[end])}
                  error={form?.errors(`${end}.${quota.goalId}`)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      <p className="l-end u-small u-mute">{t('draw.prepare.text')}</p>
      <p className="l-end">
        <Button kind={again ? 'plain' : 'go'} name="accion" value="preparar">
          {t('draw.prepare')}
        </Button>
      </p>
    </form>
  );
  return again ? (
    <Fold summary={t('draw.prepare.again')} open={form !== null}>
      {fields}
    </Fold>
  ) : (
    <section className="l-stack" aria-labelledby="cuotas">
      <h2 id="cuotas">{t('draw.quotas.title')}</h2>
      {fields}
    </section>
  );
}
