import { z } from 'zod';
import {
  choice,
  cleanText,
  lengthOf,
  line,
  optional,
  optionalText,
  text,
} from '#app/kernel/text.ts';
import { proposalLimits } from './rules.ts';
import { publicStates } from './types.ts';

const version = optional(
  z.coerce.number({ error: 'number_invalid' }).int('number_invalid').min(1, 'number_invalid'),
);
const ideas = z
  .array(z.string())
  .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])
  .pipe(
    z
      .array(z.uuid('value_unknown'))
      .min(1, 'choose_some')
      .max(proposalLimits.ideas, `proposal_too_many_ideas|max=${proposalLimits.ideas}`),
  );

const fields = {
  titulo: line({ min: proposalLimits.titleMin, max: proposalLimits.titleMax }),
  problema: text({ min: proposalLimits.problemMin, max: proposalLimits.textMax }),
  propuesta: text({ min: proposalLimits.bodyMin, max: proposalLimits.textMax }),
  ideas,
  version,
};

/** A dossier's form. What is taken of each idea comes in fields named `tomado.<idea>`: see `textsByIdea`. */
export const ProposalForm = z
  .object(fields)
  .transform(({ titulo, problema, propuesta, ...same }) => ({
    title: titulo,
    problem: problema,
    body: propuesta,
    ...same,
  }));
export type ProposalInput = z.output<typeof ProposalForm> & { taken: Record<string, string> };

export const NewProposalForm = z
  .object({
    ...fields,
    compromiso: z.string({ error: 'choose_one' }).min(1, 'choose_one').max(80, 'choose_one'),
  })
  .transform(({ titulo, problema, propuesta, compromiso, ...same }) => ({
    title: titulo,
    problem: problema,
    body: propuesta,
    commitment: compromiso,
    ...same,
  }));
export const ProposalAction = z
  .object({ accion: choice(['guardar', 'buscar', 'lista', 'enviar']).default('guardar') })
  .transform(({ accion }) => ({ act: accion }));
export const IdeaSearch = z.object({ q: optionalText({ max: 200 }) });

/** What each idea gives, from the fields `<prefix>.<idea>`; the errors of those too long, by field. */
export function textsByIdea(
  form: Iterable<[string, unknown]>,
  prefix: 'tomado' | 'no_tomado',
  max = proposalLimits.taken,
): { texts: Record<string, string>; errors: Record<string, string> } {
  const texts: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith(`${prefix}.`) || typeof value !== 'string') continue;
    const kept = cleanText(value);
    texts[name.slice(prefix.length + 1)] = kept;
    if (lengthOf(kept) > max) errors[name] = `too_long|max=${max}`;
  }
  return { texts, errors };
}

/** The public list's filters; what cannot be read counts as absent. */
export const PublicFilters = z
  .object({
    compromiso: z.string().max(80).optional().catch(undefined),
    estado: z.enum(publicStates).optional().catch(undefined),
  })
  .transform(({ compromiso, estado }) => ({ commitmentSlug: compromiso, state: estado }));
