import type { Db, Tx } from '#app/platform/db/db.server.ts';

/** A text as its author wrote it, and as it stands while parts of it are hidden. */
export type SealedText = { was: string; now: string };
/** One hiding of parts of an idea, without what it hid. */
export type Seal = {
  id: string;
  ideaId: string;
  explanation: string;
  sealedBy: string | null;
  sealedAt: Date;
  openedAt: Date | null;
};

export async function insertSeal(
  tx: Tx,
  seal: Omit<Seal, 'openedAt'> & { words: readonly string[]; texts: SealedText[] },
): Promise<void> {
  await tx
    .insertInto('idea_seal')
    .values({
      id: seal.id,
      idea_id: seal.ideaId,
      words: JSON.stringify(seal.words),
      texts: JSON.stringify(seal.texts),
      explanation: seal.explanation,
      sealed_by: seal.sealedBy,
      sealed_at: seal.sealedAt,
    })
    .execute();
}

const seals = (db: Db) =>
  db
    .selectFrom('idea_seal')
    .select([
      'id',
      'idea_id as ideaId',
      'explanation',
      'sealed_by as sealedBy',
      'sealed_at as sealedAt',
      'opened_at as openedAt',
    ]);

export async function selectSeal(db: Db, id: string): Promise<Seal | null> {
  return (await seals(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** What is hidden in an idea now, the newest first. */
export async function selectSeals(db: Db, ideaId: string): Promise<Seal[]> {
  return await seals(db)
    .where('idea_id', '=', ideaId)
    .where('opened_at', 'is', null)
    .orderBy('sealed_at', 'desc')
    .execute();
}

/** A seal with what it keeps. */
export type OpenedSeal = { id: string; words: string[]; texts: SealedText[] };

/** What is hidden in an idea now, with what it hid. */
export async function selectSealed(tx: Tx, ideaId: string): Promise<OpenedSeal[]> {
  const rows = await tx
    .selectFrom('idea_seal')
    .select(['id', 'words', 'texts'])
    .where('idea_id', '=', ideaId)
    .where('opened_at', 'is', null)
    .orderBy('sealed_at')
    .execute();
  return rows.map(({ id, words, texts }) => ({
    id,
    words: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [],
    texts: Array.isArray(texts) ? texts.filter(isSealed) : [],
  }));
}

const isSealed = (text: unknown): text is SealedText =>
  typeof text === 'object' &&
  text !== null &&
  'was' in text &&
  'now' in text &&
  typeof text.was === 'string' &&
  typeof text.now === 'string';

/** Keeps how the texts of a seal stand now. */
export async function updateSealedTexts(tx: Tx, id: string, texts: SealedText[]): Promise<void> {
  await tx
    .updateTable('idea_seal')
    .set({ texts: JSON.stringify(texts) })
    .where('id', '=', id)
    .execute();
}

/** Notes that a seal was opened; what it hid stands in the idea again. */
export async function markOpened(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('idea_seal')
    .set({ opened_at: at, words: JSON.stringify([]), texts: JSON.stringify([]) })
    .where('id', '=', id)
    .execute();
}

/** Every text of an idea that anybody can read: its own, its versions, the notes of its author. */
export async function selectTexts(tx: Tx, ideaId: string): Promise<string[]> {
  const idea = await tx
    .selectFrom('idea')
    .select(['title', 'description'])
    .where('id', '=', ideaId)
    .execute();
  const versions = await tx
    .selectFrom('idea_revision')
    .select(['title', 'description'])
    .where('idea_id', '=', ideaId)
    .execute();
  const notes = await tx
    .selectFrom('idea_note')
    .select('body')
    .where('idea_id', '=', ideaId)
    .execute();
  return [
    ...[...idea, ...versions].flatMap(({ title, description }) => [title, description]),
    ...notes.map(({ body }) => body),
  ];
}

/** Writes `now` wherever an idea's texts say `was`. */
export async function rewriteTexts(tx: Tx, ideaId: string, texts: SealedText[]): Promise<void> {
  for (const { was, now } of texts) {
    for (const column of ['title', 'description'] as const) {
      await tx
        .updateTable('idea')
        .set({ [column]: now })
        .where('id', '=', ideaId)
        .where(column, '=', was)
        .execute();
      await tx
        .updateTable('idea_revision')
        .set({ [column]: now })
        .where('idea_id', '=', ideaId)
        .where(column, '=', was)
        .execute();
    }
    await tx
      .updateTable('idea_note')
      .set({ body: now })
      .where('idea_id', '=', ideaId)
      .where('body', '=', was)
      .execute();
  }
}
