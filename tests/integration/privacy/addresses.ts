import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';
import type { City } from './world.ts';

/** The paths of `app/routes.ts`, as they stand there. */
export const patterns = (routes as RouteConfigEntry[]).map(({ path = '', file }) => ({
  path,
  /** A page, which also answers as data; the others answer a file or JSON. */
  isPage: file.endsWith('.tsx'),
}));

/** What of an address with parameters is asked for. Those without are asked for as they are. */
export function addressesOf(city: City): Record<string, string[]> {
  const { plan, ideas, meetings, registration, room, proposals } = city;
  const slugs = [plan.commitments[0]!.slug];
  const ideaIds = Object.values(ideas).map(({ id }) => id);
  const meetingIds = Object.values(meetings);
  const fill = (pattern: string, name: string, values: string[]) =>
    values.map((value) => pattern.replace(`:${name}`, value));
  const given: Record<string, string[]> = {
    slug: slugs,
    codigo: registration.codes,
    propuesta: Object.values(proposals),
    archivo: [room.fileId],
    nombre: [registration.mentionId],
    token: ['no-hay'],
    paso: ['entidades'],
    // Numbers are given from one on, to ideas and to meetings.
    numero: [...ideaIds, ...meetingIds].map((_, index) => `${index + 1}`),
  };
  const idsOf = (pattern: string): string[] => {
    if (/ideas\//.test(pattern)) return ideaIds;
    if (/sorteos\//.test(pattern)) return [meetings.coming];
    if (/talleres\//.test(pattern)) return meetingIds;
    if (/propuestas\//.test(pattern)) return Object.values(proposals);
    if (/roles\//.test(pattern)) return [city.grantId];
    if (/solicitudes\//.test(pattern)) return [city.letter.id];
    if (/fases\//.test(pattern)) return [plan.phases.ideas.id];
    if (/compromisos\//.test(pattern)) return [plan.commitments[0]!.id];
    return [];
  };
  const valuesOf = (pattern: string, name: string) =>
    pattern.startsWith('ayuda/') ? [city.letter.code] : (given[name] ?? idsOf(pattern));
  const queries: Record<string, string[]> = {
    reportes: ['', `?tipo=idea&id=${ideas.published.id}`],
    apelaciones: ['', `?tipo=idea&id=${ideas.rejected.id}`],
    'moderacion/apelaciones': ['', `?caso=${city.sealAppealId}&original=si`],
    ideas: ['', '?q=zq', '?orden=apoyadas'],
    moderacion: ['', '?vista=cuarentena', '?vista=pausa', '?vista=editadas'],
    'moderacion/propuestas/nueva': ['', `?compromiso=${slugs[0]}`],
    'facilitacion/grupos': ['', '?q=Grupo'],
    'talleres/:id/acta': ['', '?version=1'],
    'facilitacion/talleres/:id/acta': ['', '?vista=previa'],
    'coordinacion/solicitudes': ['', '?vista=llamadas', '?vista=terminadas'],
    'api/v1/ideas/similares': ['?titulo=Idea%20de%20prueba'],
  };
  const wild: Record<string, string[]> = { '*': ['no-existe'], 'api/*': ['api/v9/no-existe'] };
  return Object.fromEntries(
    patterns.map(({ path: pattern }) => {
      const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
      const paths = names.reduce<string[]>(
        (made, name) => made.flatMap((path) => fill(path, name, valuesOf(pattern, name))),
        wild[pattern] ?? [pattern],
      );
      return [
        pattern,
        paths.flatMap((path) => (queries[pattern] ?? ['']).map((query) => `/${path}${query}`)),
      ];
    }),
  );
}
