import { phaseState } from '#app/domains/plan/rules.ts';
import type { PlanView } from '#app/domains/plan/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { BothFields } from '#app/ui/both-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** The phases and commitments of the plan, each with the way to its own page. */
export function PlanParts({ plan, now }: { plan: PlanView; now: Date }) {
  const t = useT('coordination');
  const f = useFormat();
  return (
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
    </>
  );
}

const nothing = { es: '', en: '' };

/** A commitment begins with its number and names. The plan's own form on the same page shares their names. */
export function NewCommitment({ form }: { form: FormState }) {
  const t = useT('coordination');
  const posted = form.value('accion') === 'compromiso';
  return (
    <Fold summary={t('plan.add')} open={posted}>
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
        <BothFields
          name="titulo"
          idOf={(field) => field.replace('titulo', 'nuevo')}
          label={(language) => t(`field.title.${language}`)}
          kept={nothing}
          form={posted ? form : null}
        />
        <p className="l-end">
          <Button name="accion" value="compromiso" icon="plus">
            {t('plan.add.send')}
          </Button>
        </p>
      </form>
    </Fold>
  );
}
