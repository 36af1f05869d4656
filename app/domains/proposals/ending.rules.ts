/** How far ideas without an answer stood when their plan ended, in the order of the road. */
export const endingStages = ['por_revisar', 'revisada', 'en_propuesta', 'ante_el_circulo'] as const;
export type EndingStage = (typeof endingStages)[number];

/** Ideas of one commitment that stand equally far and have no answer. */
export type Unanswered = {
  commitmentId: string;
  number: number;
  title: string;
  stage: EndingStage;
  ideas: number;
};

/** The form's field for the reason of a group. */
export function reasonField({ number, stage }: Pick<Unanswered, 'number' | 'stage'>): string {
  return `razon.${number}.${stage}`;
}

/** How long a reason is, in characters. */
export const reasonLimits = { min: 20, max: 2000 };

/**
 * The reason of each group: its own, or the one given for all. By field what is wrong: a group without
 * any, one too short or too long.
 */
export function reasonsOf(
  groups: Unanswered[],
  given: Record<string, string>,
): { reasons: Map<string, string>; wrong: Record<string, string> } {
  const reasons = new Map<string, string>();
  const wrong: Record<string, string> = {};
  for (const group of groups) {
    const field = reasonField(group);
    const own = given[field] ?? '';
    const [from, reason] = own === '' ? ['razon', given['razon'] ?? ''] : [field, own];
    const problem = problemOf(reason);
    if (problem) wrong[reason === '' ? field : from] = problem;
    else reasons.set(field, reason);
  }
  return { reasons, wrong };
}

function problemOf(reason: string): string | null {
  const length = [...reason].length;
  if (length === 0) return 'ending_reason_missing';
  if (length < reasonLimits.min) return `too_short|min=${reasonLimits.min}`;
  return length > reasonLimits.max ? `too_long|max=${reasonLimits.max}` : null;
}
