import { declined, wgQuestions, type Answers } from './types.ts';

/** What statistics, goals and draws tell apart of what people declare. */
export const measures = [
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
] as const;
export type Measure = (typeof measures)[number];

const plain: readonly Measure[] = ['edad', 'localidad', 'como_supo', 'canal'];

/**
 * Whether the question behind a measure asks for sensitive data (Ley 1581 of 2012, article 5): what
 * one person answered must not show in anything that is decided or said about them.
 */
export const isSensitive = (measure: Measure): boolean => !plain.includes(measure);

/** An answer as it is frozen: what the person said, and the channel by which the act came. */
export type FrozenAnswers = Answers & { canal?: string | undefined };

/**
 * Bands of age: young people by Ley 1622 of 2013 (14 to 28), older people by Ley 1251 of 2008 (60
 * and more). Age by year of birth, since no date is asked.
 */
export const ageBands = ['ninez_0_13', 'jovenes_14_28', 'adultos_29_59', 'mayores_60'] as const;
export type AgeBand = (typeof ageBands)[number];

export function ageBandOf(birthYear: number, year: number): AgeBand {
  const age = year - birthYear;
  if (age < 14) return 'ninez_0_13';
  if (age < 29) return 'jovenes_14_28';
  return age < 60 ? 'adultos_29_59' : 'mayores_60';
}

/**
 * The catalogue's groups of gender identity: «mujeres» and «hombres» with and without trans
 * experience; nobody of another identity is put into either.
 */
const genderGroups: Record<string, string> = {
  mujer: 'mujeres',
  mujer_trans: 'mujeres',
  hombre: 'hombres',
  hombre_trans: 'hombres',
  no_binaria: 'otras',
  otra: 'otras',
};

/**
 * With disability, by the Washington Group's short set: any of the six at least «mucha dificultad».
 * Without: all six answered below that. Else it is not known.
 */
function disabilityOf(answers: Answers): 'si' | 'no' | null {
  const six = wgQuestions.map((question) => answers[question]);
  if (six.some((answer) => answer === 'mucha' || answer === 'no_puede')) return 'si';
  return six.every((answer) => answer === 'ninguna' || answer === 'cierta') ? 'no' : null;
}

function yesUnless(answer: string | undefined, none: string): 'si' | 'no' | null {
  if (answer === undefined || answer === declined) return null;
  return answer === none ? 'no' : 'si';
}

/** Whether somebody cares for anybody; `no` says for nobody. */
function careOf({ cuida }: Answers): 'si' | 'no' | null {
  if (cuida === undefined || cuida.length === 0 || cuida.includes(declined)) return null;
  return cuida.every((whom) => whom === 'no') ? 'no' : 'si';
}

/**
 * The group in which somebody counts, by a measure; null when they did not answer or declined.
 * `year` is that of the act, so that nobody changes group afterwards.
 */
export function groupOf(measure: Measure, answers: FrozenAnswers, year: number): string | null {
  switch (measure) {
    case 'genero':
      return genderGroups[answers.genero ?? ''] ?? null;
    case 'edad':
      return answers.anio_nacimiento === undefined
        ? null
        : ageBandOf(answers.anio_nacimiento, year);
    case 'discapacidad':
      return disabilityOf(answers);
    case 'cuida':
      return careOf(answers);
    case 'etnia':
      return yesUnless(answers.etnia, 'ninguno');
    case 'victima':
      return yesUnless(answers.victima, 'no');
    case 'organizacion':
      return yesUnless(answers.organizacion_tipo, 'ninguna');
    default: {
      const answer = answers[measure];
      return answer === undefined || answer === declined ? null : answer;
    }
  }
}

/**
 * Whether what somebody declared answers a goal (`genero mujer`, `edad jovenes_14_28`,
 * `discapacidad si`, …); null when they did not say. A goal of women or men counts their group; one
 * of another identity, who named it.
 */
export function answersGoalOf(
  goal: { variable: Measure; value: string },
  answers: FrozenAnswers,
  year: number,
): boolean | null {
  const group = groupOf(goal.variable, answers, year);
  if (group === null) return null;
  if (goal.variable !== 'genero') return group === goal.value;
  const wanted =
    goal.value === 'mujer' || goal.value === 'hombre' ? genderGroups[goal.value] : null;
  return wanted ? group === wanted : answers.genero === goal.value;
}
