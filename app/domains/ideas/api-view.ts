import type { IdeaSummary } from './types.ts';

type Described = IdeaSummary & { description: string; externalId: string | null };

/** An idea as the read API gives it (contract, section 6). */
export function ideaApiView(idea: Described, baseUrl: string) {
  return {
    id: idea.id,
    compromiso: idea.commitment.slug,
    titulo: idea.title,
    descripcion: idea.description,
    localidad: idea.locality?.code ?? null,
    idioma: idea.lang,
    autor: idea.author,
    origen: idea.origin,
    estado: idea.state,
    camino: idea.step,
    apoyos: idea.supports,
    apoyos_previos: idea.priorSupports,
    comentarios: idea.comments,
    publicada_en: idea.publishedAt?.toISOString() ?? null,
    id_externo: idea.externalId,
    url: `${baseUrl}/ideas/${idea.id}`,
  };
}
