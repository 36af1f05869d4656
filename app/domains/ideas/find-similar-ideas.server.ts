import { cleanText } from '#app/kernel/text.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { selectSimilar } from './similar.store.server.ts';
import { compareIdeas } from './similarity.ts';

export type SimilarIdea = {
  id: string;
  number: number;
  title: string;
  locality: string | null;
  score: number;
  verdict: 'duplicada' | 'relacionada';
};

/** Published ideas that ask the same or something near, best first; the place is compared apart. */
export async function findSimilarIdeas(
  db: Db,
  wanted: {
    title: string;
    text?: string;
    commitmentId?: string | undefined;
    localityCode?: string | null | undefined;
    exceptId?: string | undefined;
    limit?: number;
  },
): Promise<SimilarIdea[]> {
  const title = cleanText(wanted.title).slice(0, 200);
  if (title.length < 4) return [];
  const text = cleanText(wanted.text ?? '').slice(0, 600);
  const rows = await selectSimilar(
    db,
    title,
    text,
    wanted.commitmentId ?? null,
    wanted.exceptId ?? null,
  );
  return rows
    .flatMap((row) => {
      const { score, verdict } = compareIdeas(
        { title, text, localityCode: wanted.localityCode ?? null },
        { title: row.title, text: row.description, localityCode: row.localityCode },
        row.titleScore,
      );
      return verdict
        ? [
            {
              id: row.id,
              number: row.number,
              title: row.title,
              locality: row.localityName,
              score: Math.round(score * 1000) / 1000,
              verdict,
            },
          ]
        : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, wanted.limit ?? 5);
}
