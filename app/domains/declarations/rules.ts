import { declined, type Answers, type CatalogueQuestion, type Catalogue } from './types.ts';

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

/** The answers that say something: what is empty is left out, so that empty and declined stay two things. */
export function tidy(answers: Answers): Answers {
  const kept = Object.entries(answers).filter(
    ([, answer]) =>
      answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0),
  );
  const said = Object.fromEntries(kept) as Answers;
  // Declining beside other answers of the same question would contradict them.
  if (said.cuida?.includes(declined)) said.cuida = [declined];
  if (said.genero !== 'otra') delete said.genero_otra;
  return said;
}
