import { newId } from '#app/kernel/ids.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { next } from './people.ts';

const kinds = ['ideas', 'apoyos', 'talleres', 'deliberacion', 'seguimiento'] as const;
export type PhaseKind = (typeof kinds)[number];

export type TestPlan = {
  id: string;
  slug: string;
  phases: Record<PhaseKind, { id: string; opensAt: Date; closesAt: Date }>;
  commitments: { id: string; slug: string; number: number }[];
};

const day = 86_400_000;

/**
 * The active plan with its five phases open, unless told otherwise, and some commitments with a
 * lead institution. The one that was active before is archived: there is only one.
 */
export async function newPlan(
  db: Db,
  overrides: {
    closed?: PhaseKind[];
    notYet?: PhaseKind[];
    commitments?: number;
    publishesFirst?: boolean;
    state?: 'active' | 'archived';
  } = {},
): Promise<TestPlan> {
  const number = next();
  const plan = { id: newId(), slug: `plan-${number}` };
  const time = now().getTime();
  const state = overrides.state ?? 'active';
  if (state === 'active')
    await db.updateTable('plan').set({ state: 'archived' }).where('state', '=', state).execute();
  await db
    .insertInto('plan')
    .values({
      ...plan,
      title_es: 'Plan de prueba',
      title_en: 'Test plan',
      summary_es: 'Un plan.',
      summary_en: 'A plan.',
      state,
      publishes_first: overrides.publishesFirst ?? false,
      created_at: now(),
    })
    .execute();

  const phases = {} as TestPlan['phases'];
  for (const [position, kind] of kinds.entries()) {
    const later = overrides.notYet?.includes(kind) ? 31 : 0;
    const shift = overrides.closed?.includes(kind) ? -61 : later;
    const phase = {
      id: newId(),
      opensAt: new Date(time + (shift - 30) * day),
      closesAt: new Date(time + (shift + 60) * day),
    };
    await db
      .insertInto('phase')
      .values({
        id: phase.id,
        plan_id: plan.id,
        kind,
        position,
        name_es: kind,
        name_en: kind,
        decides_es: 'Decide.',
        decides_en: 'Decides.',
        opens_at: phase.opensAt,
        closes_at: phase.closesAt,
      })
      .execute();
    phases[kind] = phase;
  }

  const institution = newId();
  await db
    .insertInto('institution')
    .values({
      id: institution,
      slug: `entidad-${number}`,
      name_es: 'Entidad de prueba',
      name_en: 'Test body',
    })
    .execute();
  const commitments: TestPlan['commitments'] = [];
  for (let n = 1; n <= (overrides.commitments ?? 2); n += 1) {
    const commitment = { id: newId(), number: n, slug: `compromiso-${number}-${n}` };
    await db
      .insertInto('commitment')
      .values({
        ...commitment,
        plan_id: plan.id,
        title_es: `Compromiso ${n}`,
        title_en: `Commitment ${n}`,
        short_title_es: `Compromiso ${n}`,
        short_title_en: `Commitment ${n}`,
        summary_es: 'Resumen.',
        summary_en: 'Summary.',
        challenge_es: 'Reto.',
        challenge_en: 'Challenge.',
        level_es: 'Nivel.',
        level_en: 'Level.',
        use_es: 'Uso.',
        use_en: 'Use.',
      })
      .execute();
    await db
      .insertInto('commitment_institution')
      .values({ commitment_id: commitment.id, institution_id: institution })
      .execute();
    commitments.push(commitment);
  }
  return { ...plan, phases, commitments };
}

/** A locality of the catalogue, made when it is missing. */
export async function newLocality(db: Db, code = '03', name = 'Santa Fe'): Promise<string> {
  await db
    .insertInto('locality')
    .values({ code, name, position: Number(code), source: 'prueba' })
    .onConflict((oc) => oc.column('code').doNothing())
    .execute();
  return code;
}
