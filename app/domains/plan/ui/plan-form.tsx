import type { PlanDraft } from '#app/domains/plan/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { BothFields } from '#app/ui/both-fields.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { PreviewButtons } from '#app/domains/plan/ui/preview-buttons.tsx';

/** The plan's own texts and settings; without a draft the form begins a plan. */
export function PlanForm({ draft, form }: { draft: PlanDraft | null; form: FormState }) {
  const t = useT('coordination');
  return (
    <section aria-labelledby="textos">
      <h2 id="textos">{t(draft ? 'plan.texts' : 'plan.texts.none')}</h2>
      <form method="post" className="l-form">
        <BothFields
          name="titulo"
          label={(language) => t(`field.title.${language}`)}
          kept={draft?.title}
          form={form}
          maxLength={160}
        />
        <BothFields
          name="resumen"
          rows={4}
          label={(language) => t(`field.summary.${language}`)}
          kept={draft?.summary}
          form={form}
          maxLength={1500}
        />
        <Checkbox
          name="publica_primero"
          label={t('plan.publishes_first')}
          hint={t('plan.publishes_first.hint')}
          checked={form.value('publica_primero', draft?.publishesFirst ? 'si' : '') === 'si'}
        />
        <PreviewButtons save={t(draft ? 'save' : 'plan.open')} />
      </form>
    </section>
  );
}
