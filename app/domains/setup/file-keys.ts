import { certain } from '#app/kernel/certain.ts';

/** Names in a set-up file, which are public and so Spanish, and the ones that the code has for them. */
const names = {
  version: 'version',
  ciudad: 'city',
  nombre: 'name',
  zona: 'timeZone',
  pais: 'country',
  idiomas: 'languages',
  contacto: 'contact',
  operador: 'operator',
  direccion: 'address',
  telefono: 'telephone',
  correo: 'mail',
  correo_notificaciones: 'notificationMail',
  horario: 'hours',
  textos: 'texts',
  bienvenida: 'welcome',
  manual_circulo: 'circle_manual',
  pie_correos: 'mail_footer',
  territorio: 'territory',
  sin_divisiones: 'undivided',
  palabras: 'words',
  una: 'one',
  muchas: 'many',
  mapa: 'map',
  ancho: 'width',
  alto: 'height',
  recuadro: 'inset',
  localidades: 'localities',
  codigo: 'code',
  otros_nombres: 'otherNames',
  personas: 'persons',
  personas_fecha: 'personsOn',
  fuente: 'source',
  forma: 'shape',
  entidades: 'institutions',
  planes: 'plans',
  slug: 'slug',
  estado: 'state',
  titulo: 'title',
  titulo_corto: 'shortTitle',
  resumen: 'summary',
  publica_primero: 'publishesFirst',
  creado: 'createdAt',
  fases: 'phases',
  tipo: 'kind',
  decide: 'decides',
  resultado: 'outcome',
  abre: 'opensAt',
  cierra: 'closesAt',
  compromisos: 'commitments',
  numero: 'number',
  reto: 'challenge',
  nivel: 'level',
  uso: 'use',
  hitos: 'milestones',
  respuestas: 'options',
  pregunta: 'question',
  etiqueta: 'label',
  desde: 'validFrom',
  hasta: 'validTo',
  razones: 'reasons',
  decision: 'decision',
  oculta: 'hides',
  pide_entidad: 'asksBody',
  explicacion: 'explanation',
  poblacion: 'baseline',
  variable: 'measure',
  valor: 'value',
  participacion: 'share',
  definicion: 'definition',
  fecha: 'asOf',
  x: 'x',
  y: 'y',
  es: 'es',
  en: 'en',
} as const;

const inside = new Map<string, string>(Object.entries(names));
const outside = new Map<string, string>(Object.entries(names).map(([es, en]) => [en, es]));

/** A value with the names of its fields changed, all the way down. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [rename(name), renamed(each, rename)]),
  );
}

/** A file's content as the code names it; a name that is none of ours stays, and is refused by its own. */
export function asCode(content: unknown): unknown {
  return renamed(content, (name) => inside.get(name) ?? `¿${name}`);
}

/** What the code holds as a file names it. */
export function asFile(content: unknown): unknown {
  return renamed(content, (name) => certain(outside.get(name)));
}

/** The way to a field as the file names it: `planes[0].fases[2].cierra`. */
export function fileName(name: string): string {
  return outside.get(name) ?? name.replace(/^¿/, '');
}

/** The way to something in a file. */
export type Way = (string | number)[];

/** Where names stand that are none of a set-up file's. */
export function strangeNames(content: unknown, way: Way = []): Way[] {
  if (Array.isArray(content))
    return content.flatMap((each, index) => strangeNames(each, [...way, index]));
  if (content === null || typeof content !== 'object') return [];
  return Object.entries(content).flatMap(([name, each]) =>
    inside.has(name) ? strangeNames(each, [...way, name]) : [[...way, name]],
  );
}
