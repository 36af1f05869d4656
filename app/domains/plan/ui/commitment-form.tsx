import type { Both, CommitmentDraft, Institution } from '#app/domains/plan/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { BothFields } from '#app/ui/both-fields.tsx';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { PreviewButtons } from '#app/domains/plan/ui/preview-buttons.tsx';

const short = { rows: 4, max: 1500 };
/** Each text, by the name of its fields, with what the draft holds of it; a milestone a line. */
const fields = [
  { name: 'titulo', key: 'title', max: 160, of: (draft) => draft.title },
  { name: 'corto', key: 'short', max: 80, of: (draft) => draft.shortTitle },
  { name: 'resumen', key: 'summary', ...short, of: (draft) => draft.summary },
  { name: 'reto', key: 'challenge', rows: 5, max: 1500, of: (draft) => draft.challenge },
  { name: 'nivel', key: 'level', ...short, of: (draft) => draft.level },
  { name: 'uso', key: 'use', ...short, of: (draft) => draft.use },
  {
    name: 'hitos',
    key: 'milestones',
    rows: 6,
    max: 6000,
    of: ({ milestones }) => ({ es: milestones.es.join('\n'), en: milestones.en.join('\n') }),
  },
] as const satisfies {
  name: string;
  key: string;
  rows?: number;
  max: number;
  of: (draft: CommitmentDraft) => Both;
}[];

/** Everything coordination writes of a commitment, and who answers for it. */
export function CommitmentForm({
  draft,
  institutions,
  form,
}: {
  draft: CommitmentDraft;
  institutions: Institution[];
  form: FormState;
}) {
  const t = useT('coordination');
  return (
    <form method="post" className="l-form">
      {fields.map(({ name, key, max, of, ...rest }) => (
        <BothFields
          key={name}
          name={name}
          {...rest}
          maxLength={max}
          label={(language) => t(`field.${key}.${language}`)}
          hint={() => key === 'milestones' && t('field.milestones.hint')}
          kept={of(draft)}
          form={form}
        />
      ))}
      <CheckboxGroup
        name="entidades"
        legend={t('commitment.institutions')}
        hint={t('commitment.institutions.hint')}
        options={institutions.map((each) => ({ value: each.id, label: each.name }))}
        values={form.values('entidades', draft.institutionIds)}
        error={form.errors('entidades')}
      />
      <PreviewButtons save={t('save')} />
    </form>
  );
}
