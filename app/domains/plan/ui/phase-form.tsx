import { clockName } from '#app/platform/city/city.ts';
import { localMoment } from '#app/platform/city/local-time.ts';
import type { PhaseDraft } from '#app/domains/plan/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { BothFields } from '#app/ui/both-fields.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { PreviewButtons } from '#app/domains/plan/ui/preview-buttons.tsx';

/** When a phase opens and closes, and what it says of itself. */
export function PhaseForm({ draft, form }: { draft: PhaseDraft; form: FormState }) {
  const t = useT('coordination');
  return (
    <form method="post" className="l-form">
      <TextField
        name="abre"
        type="datetime-local"
        label={t('phases.opens')}
        hint={t('phases.zone', { city: clockName() })}
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
      <BothFields
        name="nombre"
        label={(language) => t(`field.name.${language}`)}
        kept={draft.name}
        form={form}
        maxLength={80}
      />
      <BothFields
        name="decide"
        rows={4}
        label={(language) => t(`field.decides.${language}`)}
        kept={draft.decides}
        form={form}
        maxLength={1500}
      />
      <BothFields
        name="resultado"
        rows={4}
        optional
        label={(language) => t(`field.outcome.${language}`)}
        kept={draft.outcome}
        form={form}
        maxLength={3000}
      />
      <PreviewButtons save={t('save')} />
    </form>
  );
}
