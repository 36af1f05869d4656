import type { Db } from '#app/platform/db/db.server.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { listOptions, recallOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined, type Catalogue } from '#app/domains/declarations/types.ts';
import { findActivePlan } from '#app/domains/plan/find-active-plan.server.ts';
import { listLocalities } from '#app/domains/plan/list-localities.server.ts';
import { recallLocalities } from '#app/domains/plan/recall-plan.server.ts';
import type { Locality } from '#app/domains/plan/types.ts';
import { goalAges, type Goals, type GoalVariable } from './types.ts';
import { selectGoals } from './goal.store.server.ts';
import type { Meeting } from '#app/domains/meetings/types.ts';

/** The values that each variable of a goal can have, with their names. */
export type GoalValues = Record<GoalVariable, { value: string; label: string }[]>;

function valuesOf(options: Catalogue, localities: Locality[], locale: Locale): GoalValues {
  const t = translatorOf(locale).t('groups');
  const of = (question: 'genero' | 'organizacion_tipo') =>
    options[question]
      .filter((option) => option.code !== declined && option.code !== 'ninguna')
      .map((option) => ({ value: option.code, label: option.label }));
  return {
    genero: of('genero'),
    edad: goalAges.map((value) => ({ value, label: t(`goal.age.${value}`) })),
    discapacidad: [{ value: 'si', label: t('goal.disability') }],
    cuida: [{ value: 'si', label: t('goal.carer') }],
    localidad: localities.map((locality) => ({ value: locality.code, label: locality.name })),
    organizacion_tipo: of('organizacion_tipo'),
  };
}

/** The values that goals can have today; for commands, which decide by them. */
export async function listGoalValues(db: Db, locale: Locale): Promise<GoalValues> {
  const [options, localities] = await Promise.all([listOptions(db, locale), listLocalities(db)]);
  return valuesOf(options, localities, locale);
}

/** The same for pages: at most some seconds old. */
export async function recallGoalValues(db: Db, locale: Locale): Promise<GoalValues> {
  const [options, localities] = await Promise.all([
    recallOptions(db, locale),
    recallLocalities(db),
  ]);
  return valuesOf(options, localities, locale);
}

/**
 * Goals of a meeting, those of its plan beside them, and those that hold: its own, or else the
 * plan's. Without a meeting, those of the active plan.
 */
export async function listGoals(
  db: Db,
  meeting: Pick<Meeting, 'id' | 'planId'> | null,
): Promise<Goals> {
  const planId = meeting?.planId ?? (await findActivePlan(db))?.id;
  if (!planId) return { own: [], plan: [], inForce: [] };
  const plan = await selectGoals(db, planId, null);
  const own = meeting ? await selectGoals(db, planId, meeting.id) : [];
  return { own, plan, inForce: own.length > 0 ? own : plan };
}
