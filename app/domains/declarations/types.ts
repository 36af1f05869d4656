/** The questions of the form about oneself, in its order. None is required. */
export const questions = [
  'genero',
  'genero_otra',
  'anio_nacimiento',
  'localidad',
  'wg_ver',
  'wg_oir',
  'wg_caminar',
  'wg_recordar',
  'wg_cuidado',
  'wg_comunicar',
  'cuida',
  'etnia',
  'victima',
  'organizacion',
  'organizacion_tipo',
  'como_supo',
] as const;
export type Question = (typeof questions)[number];

/** The Washington Group's short set, whose wording and order are fixed. */
export const wgQuestions = [
  'wg_ver',
  'wg_oir',
  'wg_caminar',
  'wg_recordar',
  'wg_cuidado',
  'wg_comunicar',
] as const satisfies readonly Question[];

/** What somebody answered; a question without an answer is missing, one declined says `prefiero_no_responder`. */
export type Answers = {
  genero?: string | undefined;
  genero_otra?: string | undefined;
  anio_nacimiento?: number | undefined;
  localidad?: string | undefined;
  cuida?: string[] | undefined;
  etnia?: string | undefined;
  victima?: string | undefined;
  organizacion?: string | undefined;
  organizacion_tipo?: string | undefined;
  como_supo?: string | undefined;
} & { [question in (typeof wgQuestions)[number]]?: string | undefined };

/** What an account may say of itself: the least that tells whether ideas and supports look like the city. */
export type Profile = Pick<Answers, 'genero' | 'anio_nacimiento' | 'localidad'>;

/** Lists of answers that the dated catalogue keeps; the six questions of the short set share `wg`. */
export const catalogueQuestions = [
  'genero',
  'wg',
  'cuida',
  'etnia',
  'victima',
  'organizacion_tipo',
  'apoyo',
  'accesibilidad',
  'como_supo',
  'documento_tipo',
] as const;
export type CatalogueQuestion = (typeof catalogueQuestions)[number];

export type AnswerOption = { code: string; label: string; source: string };
/** The options valid on a day, by question, in their order. */
export type Catalogue = Record<CatalogueQuestion, AnswerOption[]>;

export const declined = 'prefiero_no_responder';
