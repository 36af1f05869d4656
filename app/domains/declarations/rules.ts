import {
  declined,
  questions,
  type Answers,
  type Catalogue,
  type CatalogueQuestion,
  type Question,
} from './types.ts';

/** Where the answers of a question are kept in the catalogue; a question without a list is free or a number. */
export function listOf(question: string): CatalogueQuestion | null {
  if (question.startsWith('wg_')) return 'wg';
  return (
    (['genero', 'cuida', 'etnia', 'victima', 'organizacion_tipo', 'como_supo'] as const).find(
      (list) => list === question,
    ) ?? null
  );
}

/** Questions whose answer is not among the options of this day's catalogue. */
export function unknownAnswers(answers: Answers, catalogue: Catalogue): string[] {
  return Object.entries(answers).flatMap(([question, answer]) => {
    const list = listOf(question);
    if (!list || answer === undefined) return [];
    const codes = new Set(catalogue[list].map((option) => option.code));
    return [answer].flat().every((code) => codes.has(String(code))) ? [] : [question];
  });
}

/** Whether the year of birth alone makes somebody under 18 in this year; who turns 18 in it is taken at their word. */
export function isMinorByYear(birthYear: number | undefined, today: Date): boolean {
  return birthYear !== undefined && today.getUTCFullYear() - birthYear < 18;
}

const isEmpty = (answer: Answers[Question]) =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** The answers that say something: what is empty is left out, so that empty and declined stay two things. */
export function tidy(answers: Answers): Answers {
  const said: Answers = { ...answers };
  for (const question of questions) if (isEmpty(said[question])) delete said[question];
  // Declining beside other answers of the same question would contradict them.
  if (said.cuida?.includes(declined)) said.cuida = [declined];
  if (said.genero !== 'otra') delete said.genero_otra;
  return said;
}
