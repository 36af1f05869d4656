/**
 * The ten steps of setting a city up, in their order. A step's page is `/coordinacion/empezar/<key>`;
 * one without a route of its own says what it is for and leads to the `desk` where it is done.
 */
export const setupSteps = [
  { key: 'ciudad', desk: null },
  { key: 'territorio', desk: '/coordinacion/poblacion' },
  { key: 'entidades', desk: '/coordinacion/entidades' },
  { key: 'plan', desk: '/coordinacion/plan' },
  { key: 'compromisos', desk: '/coordinacion/plan' },
  { key: 'circulo', desk: '/coordinacion/circulo' },
  { key: 'listas', desk: '/coordinacion/razones' },
  { key: 'textos', desk: null },
  { key: 'contacto', desk: null },
  { key: 'abrir', desk: null },
] as const;
export type StepKey = (typeof setupSteps)[number]['key'];

/** Whether a text names a step. */
export function isStep(text: string | undefined): text is StepKey {
  return setupSteps.some((step) => step.key === text);
}

/** The address of a step's page. */
export function stepHref(key: StepKey): string {
  return `/coordinacion/empezar/${key}`;
}

/** The step after another; the last one has none. */
export function stepAfter(key: StepKey): StepKey | null {
  const at = setupSteps.findIndex((step) => step.key === key);
  return setupSteps[at + 1]?.key ?? null;
}
