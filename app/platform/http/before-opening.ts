import type { Actor } from '#app/kernel/actor.ts';
import { city } from '#app/platform/city/city.ts';

/** First parts of the addresses that show the city: until it is opened they say that it is being prepared. */
const shown = new Set([
  '',
  'api',
  'apelaciones',
  'circulo',
  'compromisos',
  'constancias',
  'consultas',
  'datos-abiertos',
  'documentos',
  'i',
  'ideas',
  'inclusion',
  'incrustar',
  'inscripciones',
  'propuestas',
  'reportes',
  'seguimiento',
  't',
  'talleres',
  'talleres.ics',
  'transparencia',
]);

/** Whether the city is not to be shown to this visitor yet: who has a part in it sees it as it will be. */
export function isHidden(actor: Actor | null): boolean {
  return !city().openedAt && (actor?.grants.length ?? 0) === 0;
}

/** Whether an address is kept from this visitor until the city opens. */
export function isBeforeOpening(path: string, actor: Actor | null): boolean {
  return isHidden(actor) && shown.has(path.split('/')[1] ?? '');
}
