import { mainPhase } from './rules.ts';
import type { CommitmentSummary, CommitmentView, Phase } from './types.ts';

/**
 * A commitment as the read API gives it (contract, section 6). `fase` is the kind of the phase the
 * plan stands in; null for archived plans.
 */
export function commitmentApiView(
  commitment: CommitmentSummary,
  context: { phases: Phase[]; ideas: number; now: Date; baseUrl: string },
) {
  return {
    slug: commitment.slug,
    numero: commitment.number,
    titulo: commitment.title,
    entidades: commitment.institutions.map((each) => each.name),
    fase: mainPhase(context.phases, context.now)?.kind ?? null,
    ideas: context.ideas,
    url: `${context.baseUrl}/compromisos/${commitment.slug}`,
  };
}

/** The same with its texts, for `/:slug`. */
export function commitmentApiDetail(
  commitment: CommitmentView,
  context: { phases: Phase[]; ideas: number; now: Date; baseUrl: string },
) {
  return {
    ...commitmentApiView(commitment, context),
    resumen: commitment.summary,
    reto: commitment.challenge,
    nivel: commitment.level,
    uso: commitment.use,
    hitos: commitment.milestones,
    plan: {
      slug: commitment.plan.slug,
      titulo: commitment.plan.title,
      estado: commitment.plan.state === 'active' ? 'activo' : 'archivado',
    },
  };
}
