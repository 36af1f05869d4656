/** The shapes of what the read API answers: the schemas of its description. */

export type Schema = Record<string, unknown>;

export const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const moment = { type: 'string', format: 'date-time' };
const uri = { type: 'string', format: 'uri' };
const pair = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export function object(properties: Record<string, Schema>, optional: string[] = []): Schema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  };
}

export const steps = [
  'idea',
  'revisada',
  'en_propuesta',
  'ante_el_circulo',
  'decidida',
  'en_el_compromiso',
  'cumplida',
];
const states = ['publicada', 'duplicada', 'retirada'];

const commitment = {
  slug: text,
  numero: count,
  titulo: text,
  entidades: list(text),
  fase: nullable({
    type: 'string',
    enum: ['ideas', 'apoyos', 'talleres', 'deliberacion', 'seguimiento'],
  }),
  ideas: count,
  url: uri,
};
const meeting = {
  id: text,
  tipo: text,
  titulo: text,
  compromisos: list(text),
  inicia_en: moment,
  termina_en: moment,
  modalidad: text,
  localidad: nullable(text),
  cupo: nullable(count),
  inscritas: nullable(count),
  en_espera: nullable(count),
  estado: text,
  url: uri,
};

export const schemas: Record<string, Schema> = {
  Compromiso: object(commitment),
  CompromisoDetalle: object({
    ...commitment,
    resumen: text,
    reto: text,
    nivel: text,
    uso: text,
    hitos: list(text),
    plan: object({
      slug: text,
      titulo: text,
      estado: { type: 'string', enum: ['activo', 'archivado'] },
    }),
  }),
  Idea: object({
    id: text,
    compromiso: text,
    titulo: text,
    descripcion: text,
    localidad: nullable({ type: 'string', pattern: '^[0-9]{2}$' }),
    idioma: text,
    autor: nullable(text),
    origen: { type: 'string', enum: ['web', 'importada', 'taller'] },
    estado: { type: 'string', enum: states },
    camino: { type: 'string', enum: steps },
    apoyos: count,
    apoyos_previos: count,
    comentarios: count,
    publicada_en: nullable(moment),
    id_externo: nullable(text),
    url: uri,
  }),
  IdeaSimilar: object({
    id: text,
    titulo: text,
    url: uri,
    puntaje: { type: 'number', minimum: 0, maximum: 1 },
    veredicto: { type: 'string', enum: ['duplicada', 'relacionada'] },
  }),
  Propuesta: object({
    id: text,
    compromiso: text,
    titulo: text,
    estado: { type: 'string', enum: ['enviada', 'aplazada', 'decidida'] },
    ideas: list(object({ id: text, tomado: text, no_tomado: text, razon: text })),
    decision: nullable({
      type: 'string',
      enum: ['adoptada', 'adoptada_en_parte', 'no_adoptada', 'aplazada'],
    }),
    razones: nullable(text),
    decidida_en: nullable(moment),
    url: uri,
  }),
  Taller: object(meeting),
  Inclusion: object({
    ambito: text,
    variable: text,
    poblacion: text,
    definicion: text,
    corte: { type: 'string', format: 'date' },
    umbral: count,
    n: count,
    no_responde: nullable(count),
    fuente: text,
    filas: list(
      object({
        valor: text,
        n: nullable(count),
        porcentaje: nullable({ type: 'number' }),
        intervalo: nullable(pair),
        referencia: nullable({ type: 'number' }),
        territorio: nullable({ type: 'string', enum: ['ciudad', 'pais'] }),
        razon: nullable({ type: 'number' }),
        intervalo_razon: nullable(pair),
        oculta: { type: 'boolean' },
      }),
    ),
  }),
  Seguimiento: object({
    compromiso: text,
    titulo: text,
    entidades: list(text),
    hitos: list(object({ numero: count, texto: text, estado: text })),
    ideas_en_el_compromiso: count,
    ideas_cumplidas: count,
    informes: list({ type: 'object' }),
    proximo_informe: object({ trimestre: text, vence_en: moment }),
    url: uri,
  }),
  Acto: object({
    id: text,
    fecha: moment,
    accion: text,
    descripcion: text,
    papel: text,
    asunto: object({ tipo: text, id: text }),
    datos: { type: 'object', additionalProperties: true },
    url: nullable(uri),
  }),
  Sello: object({
    entradas: count,
    ultima: nullable(object({ id: text, fecha: nullable(moment) })),
    raiz: nullable(text),
    nota: text,
  }),
  Error: object({
    error: object({
      codigo: text,
      mensaje: text,
      campos: { type: 'object', additionalProperties: list(text) },
    }),
  }),
};
