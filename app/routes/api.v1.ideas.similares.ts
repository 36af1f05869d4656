import { config } from '#app/platform/config/config.server.ts';
import { api } from '#app/platform/http/api.server.ts';
import { findSimilarIdeas } from '#app/domains/ideas/find-similar-ideas.server.ts';
import { findCommitmentId } from '#app/domains/ideas/find-commitment-id.server.ts';

/** `GET /api/v1/ideas/similares`: published ideas that look alike; only suggests. */
export const loader = api(async ({ visit, url }) => {
  const slug = url.searchParams.get('compromiso');
  const commitmentId = slug ? await findCommitmentId(visit.db, slug) : undefined;
  const found = await findSimilarIdeas(visit.db, {
    title: url.searchParams.get('titulo') ?? '',
    text: url.searchParams.get('texto') ?? '',
    commitmentId,
  });
  return {
    datos: found.map((idea) => ({
      id: idea.id,
      titulo: idea.title,
      url: `${config().baseUrl}/ideas/${idea.id}`,
      puntaje: idea.score,
      veredicto: idea.verdict,
    })),
    siguiente: null,
  };
});
