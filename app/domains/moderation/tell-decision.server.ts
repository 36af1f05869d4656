import type { Tx } from '#app/platform/db/db.server.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import type { IdeaView } from '#app/domains/ideas/types.ts';
import { notify } from '#app/domains/notices/notify.server.ts';
import type { NoticeKind } from '#app/domains/notices/types.ts';
import { listSupporterIds } from '#app/domains/votes/count-supporters.server.ts';
import { selectReason } from './reason.store.server.ts';
import { isEdit, petitionDueAt } from './rules.ts';
import type { DecisionInput } from './schema.ts';
import type { Decision } from './types.ts';

const kinds: Record<Decision, NoticeKind> = {
  publicar: 'idea_published',
  devolver: 'idea_returned',
  rechazar: 'idea_rejected',
  reasignar: 'idea_rerouted',
  duplicada: 'idea_merged',
  peticion: 'idea_petition',
};

/**
 * What the author is told: a change of something public was accepted or undone, anything else is the idea's
 * own fate.
 */
function kindOf(idea: IdeaView, decision: Decision): NoticeKind {
  if (isEdit(idea) && decision === 'publicar') return 'edit_accepted';
  return isEdit(idea) && decision === 'devolver' ? 'edit_undone' : kinds[decision];
}

export type Told = {
  input: DecisionInput;
  reasonCode: string | null;
  commitment: { titleEs: string; titleEn: string } | null;
  kept: { id: string; title: string } | null;
};

/** Tells the author, and offers each supporter of a duplicate to support the idea that is kept. */
export async function tellDecision(tx: Tx, idea: IdeaView, told: Told): Promise<void> {
  const { decision, explanation = '', caseNumber = '', competentBody = '' } = told.input;
  if (idea.authorId) {
    const reason = told.reasonCode ? await selectReason(tx, told.reasonCode) : null;
    const due = petitionDueAt(idea.submittedAt ?? idea.createdAt);
    await notify(tx, {
      personIds: [idea.authorId],
      kind: kindOf(idea, decision),
      subject: { kind: 'idea', id: idea.id },
      params: {
        title: idea.title,
        reason_es: reason?.labelEs ?? '',
        reason_en: reason?.labelEn ?? '',
        explanation,
        commitment_es: told.commitment?.titleEs ?? '',
        commitment_en: told.commitment?.titleEn ?? '',
        kept: told.kept?.title ?? '',
        body: competentBody,
        ...(decision === 'peticion'
          ? { case: caseNumber, due_es: formatDate(due, 'es'), due_en: formatDate(due, 'en') }
          : {}),
      },
    });
  }
  if (decision === 'duplicada' && told.kept) {
    const supporters = (await listSupporterIds(tx, [idea.id])).filter(
      (personId) => personId !== idea.authorId,
    );
    if (supporters.length > 0) {
      await notify(tx, {
        personIds: supporters,
        kind: 'merge_offered',
        subject: { kind: 'idea', id: told.kept.id },
        params: { title: idea.title, kept: told.kept.title, explanation },
      });
    }
  }
}
