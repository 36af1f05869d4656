import { pageOf } from './rules.ts';
import type { PublicEntry } from './types.ts';

/** An act of the public register as the read API gives it; the sentence is the one of the page. */
export function entryApiView(entry: PublicEntry, sentence: string, baseUrl: string) {
  const path = pageOf(entry);
  return {
    id: entry.id,
    fecha: entry.at.toISOString(),
    accion: entry.action,
    descripcion: sentence,
    papel: entry.who,
    asunto: { tipo: entry.subject.kind, id: entry.subject.id },
    datos: entry.facts,
    url: path ? baseUrl + path : null,
  };
}
