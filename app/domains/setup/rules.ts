import { setupSteps, type StepKey } from './steps.ts';
import type { Needed, Progress, Setup, SetupStep } from './types.ts';

/** What is missing of each step before the city may open. */
export function missingOf(progress: Progress, now: Date): Partial<Record<StepKey, Needed[]>> {
  const { contact } = progress;
  const asked = (found: Partial<Record<Needed, boolean>>): Needed[] =>
    (Object.keys(found) as Needed[]).filter((what) => found[what]);
  return {
    ciudad: asked({ name: progress.name === '' || progress.country === '' }),
    entidades: asked({ institutions: progress.institutions === 0 }),
    plan: asked({
      plan: progress.plan === null,
      dates: progress.plan !== null && progress.plan.lastClosesAt <= now,
    }),
    compromisos: asked({
      commitments: progress.commitments === 0,
      unwritten: progress.unwritten > 0,
    }),
    contacto: asked({
      operator: contact.operator === '',
      address: contact.address === '',
      telephone: contact.telephone === '',
      mail: contact.mail === '',
    }),
  };
}

/** What is there of a step, in one line. */
function saysOf(key: StepKey, progress: Progress): SetupStep['says'] {
  const counts: Partial<Record<StepKey, number>> = {
    territorio: progress.localities,
    entidades: progress.institutions,
    compromisos: progress.commitments,
    circulo: progress.members,
    textos: progress.texts,
  };
  const count = counts[key];
  if (key === 'ciudad')
    return {
      key: 'says.ciudad',
      params: { name: progress.name, zone: progress.timeZone.replaceAll('_', ' ') },
    };
  if (key === 'territorio' && progress.uncounted > 0)
    return { key: 'says.territorio.uncounted', params: { count: progress.uncounted } };
  if (count !== undefined) return { key: `says.${key}`, params: { count } };
  if (key === 'abrir')
    return { key: progress.openedAt ? 'says.abrir.open' : 'says.abrir', params: {} };
  return { key: `says.${key}`, params: {} };
}

/** Steps that may stay as they come. */
function isDefault(key: StepKey, progress: Progress): boolean {
  if (key === 'territorio') return progress.localities === 0;
  if (key === 'circulo') return progress.members === 0;
  if (key === 'textos') return progress.texts === 0;
  return key === 'listas';
}

/** How far a city is set up. */
export function setupOf(progress: Progress, now: Date): Setup {
  const lacking = missingOf(progress, now);
  const missing = setupSteps.flatMap(({ key }) =>
    (lacking[key] ?? []).map((what) => ({ step: key, what })),
  );
  const stateOf = (key: StepKey): SetupStep['state'] => {
    if (key === 'abrir') return progress.openedAt ? 'done' : 'locked';
    if ((lacking[key] ?? []).length > 0) return 'missing';
    return isDefault(key, progress) ? 'default' : 'done';
  };
  return {
    name: progress.name,
    openedAt: progress.openedAt,
    missing,
    steps: setupSteps.map(({ key }, index) => {
      const [first] = lacking[key] ?? [];
      return {
        key,
        number: index + 1,
        state: stateOf(key),
        missing: lacking[key] ?? [],
        says: first ? { key: `missing.${first}`, params: {} } : saysOf(key, progress),
      };
    }),
  };
}

/** The step to go on with: the first that lacks something; the last when none does. */
export function nextStep(setup: Setup): StepKey {
  return setup.missing[0]?.step ?? 'abrir';
}
