/** The description of the read API (OpenAPI 3.1), to the letter of the contract's section 6. */

import {
  list,
  nullable,
  object,
  ref,
  schemas,
  steps,
  text,
  type Schema,
} from './openapi-schemas.ts';

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

/** One entry an address; each says what it answers and what may be asked for. */
const paths: Schema = {
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
        'A quiénes se cuenta: quienes se inscribieron, vinieron o aportaron; ' +
          'de todo el plan, quienes proponen o apoyan ideas.',
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
    notFound: true,
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
};

/** The whole description for an installation at this address. */
export function describeApi(baseUrl: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Convite: API de lectura',
      version: '1.0.0',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
      description: [
        'Solo entrega lo público y no pide llave.',
        'Las listas responden {datos, siguiente}.',
        'Las horas van en ISO 8601 con su zona.',
        'Cada respuesta trae su ETag y se puede leer desde otros sitios (CORS).',
      ].join(' '),
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths,
    components: { schemas },
  };
}
