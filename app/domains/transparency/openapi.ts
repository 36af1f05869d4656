/** The description of the read API (OpenAPI 3.1), to the letter of the contract's section 6. */

type Schema = Record<string, unknown>;

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const moment = { type: 'string', format: 'date-time' };
const uri = { type: 'string', format: 'uri' };
const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function object(properties: Record<string, Schema>, optional: string[] = []): Schema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  };
}

const steps = [
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
  inscritas: count,
  en_espera: count,
  estado: text,
  url: uri,
};

const schemas: Record<string, Schema> = {
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
    definicion: text,
    corte: { type: 'string', format: 'date' },
    umbral: count,
    n: count,
    no_responde: count,
    fuente: text,
    filas: list(
      object({
        valor: text,
        n: nullable(count),
        porcentaje: nullable({ type: 'number' }),
        referencia: nullable({ type: 'number' }),
        razon: nullable({ type: 'number' }),
        intervalo: nullable({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }),
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

const query = (name: string, description: string, schema: Schema = text) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});
const paging = [
  query('limite', 'Cuántas cosas trae cada página; hasta 100.', {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
  }),
  query('cursor', 'Dónde sigue la lista: el valor de «siguiente» de la página anterior.'),
];
const language = query(
  'idioma',
  'Idioma de los textos del sitio; lo que escribió la gente queda en el suyo.',
  { type: 'string', enum: ['es', 'en'], default: 'es' },
);
const ideaFilters = [
  query('compromiso', 'Identificador del compromiso.'),
  query('q', 'Palabras que busca en el título y el texto.'),
  query('localidad', 'Código de la localidad, 01 a 20.', { type: 'string', pattern: '^[0-9]{2}$' }),
  query('estado', 'Paso del camino en el que va la idea.', { type: 'string', enum: steps }),
  query('orden', 'Orden de la lista.', {
    type: 'string',
    enum: ['recientes', 'apoyadas', 'azar'],
    default: 'recientes',
  }),
];

const json = (schema: Schema, description: string) => ({
  description,
  headers: { ETag: { schema: text } },
  content: { 'application/json': { schema } },
});
const failed = (description: string) => ({
  description,
  content: { 'application/json': { schema: ref('Error') } },
});
const page = (name: string) => object({ datos: list(ref(name)), siguiente: nullable(text) });

type Answer = { schema: Schema; summary: string; parameters: unknown[]; notFound?: boolean };

function get({ schema, summary, parameters, notFound }: Answer) {
  return {
    get: {
      summary,
      parameters,
      responses: {
        200: json(schema, 'Lo que se pidió.'),
        304: { description: 'No ha cambiado desde la ETag que trae la petición.' },
        400: failed('Un parámetro no se entiende.'),
        ...(notFound
          ? {
              404: failed('No existe o no es público.'),
              410: failed('Fue público y ya no está a la vista.'),
            }
          : {}),
        429: failed('Demasiadas peticiones seguidas.'),
        503: failed('La base de datos no responde.'),
      },
    },
  };
}

const one = (name: string) => [{ name, in: 'path', required: true, schema: text }, language];

/** The whole description for an installation at this address. */
export function describeApi(baseUrl: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Convite: API de lectura',
      version: '1.0.0',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
      description:
        'Solo entrega lo público y no pide llave. Las listas responden {datos, siguiente}. Las horas van en ISO 8601 con su zona. Cada respuesta trae su ETag y se puede leer desde otros sitios (CORS).',
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths: {
      '/compromisos': get({
        summary: 'Los compromisos del plan activo',
        schema: page('Compromiso'),
        parameters: [...paging, language],
      }),
      '/compromisos/{slug}': get({
        summary: 'Un compromiso con sus textos',
        schema: ref('CompromisoDetalle'),
        parameters: one('slug'),
        notFound: true,
      }),
      '/ideas': get({
        summary: 'Las ideas publicadas',
        schema: page('Idea'),
        parameters: [...ideaFilters, ...paging],
      }),
      '/ideas/similares': get({
        summary: 'Ideas parecidas a un texto',
        schema: object({ datos: list(ref('IdeaSimilar')), siguiente: nullable(text) }),
        parameters: [
          query('titulo', 'Título de la idea.'),
          query('texto', 'Su descripción.'),
          query('compromiso', 'Identificador del compromiso.'),
        ],
      }),
      '/ideas/{id}': get({
        summary: 'Una idea',
        schema: ref('Idea'),
        parameters: one('id'),
        notFound: true,
      }),
      '/propuestas': get({
        summary: 'Las propuestas que llegaron al Círculo, con su respuesta',
        schema: page('Propuesta'),
        parameters: [query('compromiso', 'Identificador del compromiso.'), ...paging],
      }),
      '/propuestas/{id}': get({
        summary: 'Una propuesta',
        schema: ref('Propuesta'),
        parameters: one('id'),
        notFound: true,
      }),
      '/talleres': get({
        summary: 'Talleres y otros encuentros',
        schema: page('Taller'),
        parameters: paging,
      }),
      '/talleres/{id}': get({
        summary: 'Un encuentro',
        schema: ref('Taller'),
        parameters: one('id'),
        notFound: true,
      }),
      '/inclusion': get({
        summary: 'Quién participa, frente a la población',
        schema: ref('Inclusion'),
        parameters: [
          query(
            'ambito',
            'De qué se cuenta: plan, talleres, fase:TIPO, compromiso:NOMBRE o taller:ID.',
            { ...text, default: 'plan' },
          ),
          query(
            'poblacion',
            'A quiénes se cuenta: quienes se inscribieron, vinieron o aportaron; de todo el plan, quienes proponen o apoyan ideas.',
            {
              type: 'string',
              enum: ['inscritas', 'asistieron', 'aportaron', 'proponen', 'apoyan', 'respaldan'],
              default: 'asistieron',
            },
          ),
          query('variable', 'Qué se cuenta.', {
            type: 'string',
            enum: [
              'genero',
              'edad',
              'localidad',
              'discapacidad',
              'cuida',
              'etnia',
              'victima',
              'organizacion',
              'organizacion_tipo',
              'como_supo',
              'canal',
            ],
            default: 'genero',
          }),
          language,
        ],
      }),
      '/seguimiento': get({
        summary: 'Los hitos de cada compromiso y su próximo informe',
        schema: page('Seguimiento'),
        parameters: [...paging, language],
      }),
      '/transparencia/registro': get({
        summary: 'Los actos públicos, del más nuevo al más viejo, sin nombres',
        schema: page('Acto'),
        parameters: [...paging, language],
      }),
      '/transparencia/sello': get({
        summary: 'Hasta dónde va el registro público',
        schema: ref('Sello'),
        parameters: [language],
      }),
    },
    components: { schemas },
  };
}
