import { certain } from '#app/kernel/certain.ts';
import { answerAskBack } from '#app/domains/moderation/answer-ask-back.server.ts';
import { claimIdea } from '#app/domains/moderation/claim-idea.server.ts';
import { decideIdea } from '#app/domains/moderation/decide-idea.server.ts';
import { AnswerForm, DecisionForm } from '#app/domains/moderation/schema.ts';
import type { IdeaContent, IdeaFate } from './content/types.ts';
import type { Cast } from './accounts.ts';
import { idOf, reroutedDaysAgo, reviewedDaysAgo, type Ids } from './ideas.ts';
import { fraction, type Act } from './timeline.ts';

const moderators = ['moderadora', 'moderador2', 'moderadora3'];
const tenMinutes = 10 / (24 * 60);
/** When an author answered what they were asked. */
export const answeredDaysAgo = 0.7;

/**
 * What the form of a moderator says of an idea with this fate; undefined while nobody has decided.
 */
function decisionOf(fate: IdeaFate, ideaIds: Ids): Record<string, string | undefined> | undefined {
  const reasoned = 'reason' in fate ? { motivo: fate.reason, explicacion: fate.explanation } : {};
  switch (fate.kind) {
    case 'draft':
    case 'waiting':
      return undefined;
    case 'returned':
    case 'returned_answered':
      return { decision: 'devolver', ...reasoned };
    case 'rejected':
      return { decision: 'rechazar', ...reasoned, entidad_competente: fate.competentBody };
    case 'duplicate':
      return { decision: 'duplicada', ...reasoned, duplicada_de: idOf(ideaIds, fate.of) };
    case 'petition':
      return {
        decision: 'peticion',
        ...reasoned,
        radicado: fate.caseNumber,
        entidad_competente: fate.competentBody,
      };
    case 'rerouted':
      return { decision: 'reasignar', ...reasoned, compromiso: fate.to };
    case 'published':
    case 'withdrawn':
    case 'in_proposal':
      return { decision: 'publicar' };
  }
}

/** One of the three takes each idea, never their own. */
function moderatorOf(idea: IdeaContent): string {
  const able = moderators.filter((key) => key !== idea.author);
  return certain(able[Math.floor(fraction(`moderator.${idea.key}`) * able.length)]);
}

/** Taking ideas from the queue and deciding on them, and what authors answer. */
export function moderationActs(ideas: IdeaContent[], cast: Cast, ideaIds: Ids): Act[] {
  return ideas.flatMap((idea) => {
    const { fate } = idea;
    if (fate.kind === 'draft' || fate.kind === 'waiting') return [];
    const moderator = cast(moderatorOf(idea));
    const decide = (
      daysAgo: number,
      input: () => Record<string, string | undefined> | undefined,
    ): Act[] => [
      {
        daysAgo: daysAgo + tenMinutes,
        run: async () => await claimIdea(moderator, idOf(ideaIds, idea.key)),
      },
      {
        daysAgo,
        run: async () =>
          await decideIdea(moderator, idOf(ideaIds, idea.key), DecisionForm.parse(input())),
      },
    ];
    const acts = decide(reviewedDaysAgo(idea), () => decisionOf(fate, ideaIds));
    if (fate.kind === 'rerouted')
      acts.push(...decide(reroutedDaysAgo(idea), () => ({ decision: 'publicar' })));
    if (fate.kind === 'returned_answered') {
      const { text } = AnswerForm.parse({ texto: fate.answer });
      acts.push({
        daysAgo: answeredDaysAgo,
        run: async () => await answerAskBack(cast(idea.author), idOf(ideaIds, idea.key), text),
      });
    }
    return acts;
  });
}
