import { newId } from '#app/kernel/ids.ts';
import type { Actor } from '#app/kernel/actor.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { markFor } from '#app/platform/personal-data/find-personal-data.ts';
import { checkText } from './checks.ts';
import { withoutWords } from './hide-part.ts';
import { lockIdea } from './lock-idea.server.ts';
import {
  insertSeal,
  markOpened,
  rewriteTexts,
  selectSealed,
  selectTexts,
  updateSealedTexts,
  type OpenedSeal,
  type SealedText,
} from './seal.store.server.ts';
import { updateIdea } from './store.server.ts';
import type { IdeaView } from './types.ts';

/**
 * Hides words in every text of an idea that the caller has locked and whose permission it checked; the originals are
 * sealed. A form that its author had open is stale from then on, so that it does not bring the words back. Answers
 * how its texts changed.
 */
export async function hidePart(
  tx: Tx,
  actor: Actor,
  idea: IdeaView,
  { words, explanation }: { words: readonly string[]; explanation: string },
): Promise<SealedText[]> {
  const texts = await selectTexts(tx, idea.id);
  if (!words.every((word) => texts.some((text) => text.includes(word))))
    throw fieldErrors({ partes: 'words_not_there' });
  if (words.some((word) => explanation.includes(word)))
    throw fieldErrors({ explicacion: 'explanation_tells' });
  const mark = markFor(idea.lang);
  const changes = [...new Set(texts)]
    .map((was) => ({ was, now: withoutWords(was, words, mark) }))
    .filter(({ was, now: stands }) => was !== stands);
  const earlier = await selectSealed(tx, idea.id);
  const kept = earlier.flatMap((seal) => seal.texts);
  await insertSeal(tx, {
    id: newId(),
    ideaId: idea.id,
    words,
    texts: changes.map(({ was, now: stands }) => ({
      was: kept.find((text) => text.now === was)?.was ?? was,
      now: stands,
    })),
    explanation,
    sealedBy: actor.personId,
    sealedAt: now(),
  });
  await rewrite(tx, idea.id, changes, earlier);
  return changes;
}

/**
 * Gives an idea the words back that a seal keeps, wherever its texts still stand as they were left; what other seals
 * hide stays hidden. Answers how its texts changed.
 */
export async function openPart(
  tx: Tx,
  actor: Actor,
  { sealId, ideaId }: { sealId: string; ideaId: string },
): Promise<SealedText[]> {
  const seals = await selectSealed(tx, ideaId);
  const others = seals.filter(({ id }) => id !== sealId);
  const words = others.flatMap((seal) => seal.words);
  const { lang } = await lockIdea(tx, ideaId);
  const changes = seals
    .filter(({ id }) => id === sealId)
    .flatMap(({ texts }) => texts)
    .map(({ was, now: stands }) => ({ was: stands, now: withoutWords(was, words, markFor(lang)) }));
  await rewrite(tx, ideaId, changes, others);
  await markOpened(tx, sealId, now());
  await recordAudit(tx, actor, {
    action: 'ideas.part-restored',
    subjectKind: 'idea',
    subjectId: ideaId,
  });
  return changes;
}

/** Changes the texts of an idea, also where other seals say how they stand. */
async function rewrite(
  tx: Tx,
  ideaId: string,
  changes: SealedText[],
  others: OpenedSeal[],
): Promise<void> {
  await rewriteTexts(tx, ideaId, changes);
  for (const { id, texts } of others)
    await updateSealedTexts(
      tx,
      id,
      texts.map((text) => ({
        ...text,
        now: changes.find(({ was }) => was === text.now)?.now ?? text.now,
      })),
    );
  await settle(tx, ideaId);
}

/** What the checks find is that of the new text, which counts as a version of its own. */
async function settle(tx: Tx, ideaId: string): Promise<void> {
  const { title, description, version } = await lockIdea(tx, ideaId);
  await updateIdea(tx, ideaId, {
    version: version + 1,
    findings: checkText(title, description),
  });
}
