/** What people may declare of themselves, with the smallest count that is published of each (domain facts: 5, and 10 where the data are sensitive). */
export const variables = ['genero', 'edad', 'localidad', 'discapacidad', 'cuida', 'etnia', 'victima', 'organizacion', 'canal'] as const;
export type Variable = (typeof variables)[number];

const sensitive: readonly Variable[] = ['discapacidad', 'etnia', 'victima'];

/** Below this many people a figure is not published. */
export function thresholdOf(variable: Variable): number {
  return sensitive.includes(variable) ? 10 : 5;
}

/** Whether a text names a variable. */
export function isVariable(text: string): text is Variable {
  return (variables as readonly string[]).includes(text);
}
