import type { ReactNode } from 'react';
import { proposalLimits } from '#app/domains/proposals/rules.ts';
import type { IdeaOption } from '#app/domains/proposals/types.ts';
import { IdeaPicker } from '#app/domains/proposals/ui/idea-picker.tsx';
import { useT } from '#app/platform/i18n/use-t.ts';
import { useFormState } from '#app/ui/form-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { TextField } from '#app/ui/text-field.tsx';

type Props = {
  /** The commitment of a new dossier; a kept one has it already. */
  commitment?: string;
  initial?: { title: string; problem: string; body: string };
  version?: number;
  chosen: IdeaOption[];
  found: IdeaOption[];
  taken: Record<string, string>;
  query: string;
  /** The buttons: what may be done with it. */
  children: ReactNode;
};

/** A dossier's form: its ideas and what each gives, then title, problem and proposal. */
export function ProposalForm({
  commitment,
  initial,
  version,
  chosen,
  found,
  taken,
  query,
  children,
}: Props) {
  const t = useT('proposals');
  const labels = {
    titulo: t('form.title'),
    problema: t('form.problem'),
    propuesta: t('form.proposal'),
    ideas: t('form.ideas'),
    compromiso: t('form.commitment'),
  };
  const form = useFormState({
    ...labels,
    ...Object.fromEntries([...chosen, ...found].map((idea) => [`tomado.${idea.id}`, idea.title])),
  });
  return (
    <>
      <FormMessages form={form} />
      <form method="post" noValidate className="l-form l-stack l-stack--wide">
        {commitment !== undefined && <input type="hidden" name="compromiso" value={commitment} />}
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <IdeaPicker form={form} chosen={chosen} found={found} taken={taken} query={query} />
        <TextField
          name="titulo"
          label={t('form.title')}
          hint={t('form.title.hint')}
          value={form.value('titulo', initial?.title)}
          error={form.errors('titulo')}
          maxLength={proposalLimits.titleMax}
        />
        <TextField
          name="problema"
          label={t('form.problem')}
          hint={t('form.problem.hint')}
          rows={6}
          value={form.value('problema', initial?.problem)}
          error={form.errors('problema')}
          maxLength={proposalLimits.textMax}
        />
        <TextField
          name="propuesta"
          label={t('form.proposal')}
          hint={t('form.proposal.hint')}
          rows={8}
          value={form.value('propuesta', initial?.body)}
          error={form.errors('propuesta')}
          maxLength={proposalLimits.textMax}
        />
        {children}
      </form>
    </>
  );
}
