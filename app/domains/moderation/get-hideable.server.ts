import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { findPersonalData } from '#app/platform/personal-data/find-personal-data.ts';
import type { TextSpan } from '#app/platform/personal-data/types.ts';
import { listNotes, listRevisions } from '#app/domains/ideas/get-history.server.ts';
import { selectClaim } from './decision.store.server.ts';
import { canDecide } from './policy.ts';
import { requireReviewed } from './require-reviewed.server.ts';
import { mayClaim } from './rules.ts';

export type Hideable = {
  idea: { id: string; title: string; lang: string };
  /** Its texts, each once, with what looks like personal data. */
  texts: { text: string; marks: TextSpan[] }[];
  /** What was found in any of them: what the form begins with. */
  words: string[];
};

/** The texts of an idea in which a moderator can hide words. */
export async function getHideable(
  db: Db,
  actor: Actor,
  id: string | undefined,
  at: Date,
): Promise<Hideable> {
  const idea = await requireReviewed(db, actor, id);
  authorize(canDecide(actor, { commitmentId: idea.commitment.id, authorId: idea.authorId }));
  authorize(mayClaim(await selectClaim(db, idea.id, at), actor.personId));
  const [revisions, notes] = await Promise.all([
    listRevisions(db, idea.id),
    listNotes(db, idea.id),
  ]);
  // A version that was discarded is shown to nobody; the words are hidden in it all the same.
  const shown = revisions.filter(({ status }) => status !== 'descartada');
  const all = [
    ...[idea, ...shown].flatMap(({ title, description }) => [title, description]),
    ...notes.map(({ body }) => body),
  ].filter((text) => text !== '');
  const texts = [...new Set(all)].map((text) => ({ text, marks: findPersonalData(text) }));
  const words = texts.flatMap(({ text, marks }) =>
    marks.map(({ from, to }) => text.slice(from, to)),
  );
  return {
    idea: { id: idea.id, title: idea.title, lang: idea.lang },
    texts,
    words: [...new Set(words.map((word) => word.replace(/\s*\n\s*/g, ' ')))],
  };
}
