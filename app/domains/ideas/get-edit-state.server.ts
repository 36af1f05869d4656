import type { AppError } from '#app/kernel/errors.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectRevisions } from './history.store.server.ts';
import { mayEdit } from './rules.ts';
import { claimedBy } from './store.server.ts';
import type { IdeaView } from './types.ts';

export type EditState = {
  /** Why the text cannot be changed now, or nothing. */
  refused: { reason: string; params: AppError['params'] } | null;
  /** The newest text of the author's, which may still wait for a moderator. */
  text: { title: string; description: string; localityCode: string | null };
};

/** Whether the author may change the idea now, by the same rule as the command, and from which text. */
export async function getEditState(db: Db, idea: IdeaView, at: Date): Promise<EditState> {
  const decision = mayEdit(
    idea.state,
    idea.step,
    idea.supports + idea.priorSupports,
    (await claimedBy(db, idea.id, at)) !== null,
  );
  const newest = (await selectRevisions(db, idea.id)).at(-1);
  const text =
    newest?.status === 'pendiente'
      ? newest
      : {
          title: idea.title,
          description: idea.description,
          localityCode: idea.locality?.code ?? null,
        };
  return {
    refused: decision.allowed
      ? null
      : { reason: decision.error.reason, params: decision.error.params },
    text,
  };
}
