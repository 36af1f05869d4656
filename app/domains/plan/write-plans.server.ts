import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { InstitutionsData, PlansData } from './plans.schema.ts';
import {
  selectInstitutions,
  selectPlans,
  upsertCommitment,
  upsertInstitutions,
  upsertPlan,
} from './plans.store.server.ts';

/** Institutions as plain data, for a set-up file. */
export async function readInstitutions(db: Db): Promise<InstitutionsData> {
  return (await selectInstitutions(db)).map(({ slug, name }) => ({ slug, name }));
}

/** Plans as plain data, for a set-up file. */
export async function readPlans(db: Db): Promise<PlansData> {
  return await selectPlans(db);
}

/** Writes institutions by the end of their address; those that the file leaves out stay. */
export async function writeInstitutions(
  tx: Tx,
  actor: Actor,
  data: InstitutionsData,
): Promise<void> {
  await upsertInstitutions(tx, data);
  await recordAudit(tx, actor, {
    action: 'plan.institution-changed',
    subjectKind: 'entidad',
    subjectId: 'archivo',
    data: { slugs: data.map(({ slug }) => slug) },
  });
}

/** Writes plans by the end of their address, with their phases and commitments; what a file leaves out stays. */
export async function writePlans(tx: Tx, actor: Actor, data: PlansData): Promise<void> {
  const known = await selectPlans(tx);
  const active = known.find((plan) => plan.state === 'activo');
  const given = new Map(data.map((plan) => [plan.slug, plan]));
  const opens = data.find((plan) => plan.state === 'activo');
  // The open plan ends by being archived in the file too, never by another one taking its place.
  if (
    active &&
    opens &&
    opens.slug !== active.slug &&
    given.get(active.slug)?.state !== 'archivado'
  )
    throw conflict('plan_active_exists');
  const institutions = new Map((await selectInstitutions(tx)).map(({ slug, id }) => [slug, id]));
  for (const plan of [...data].sort((a, b) => b.state.localeCompare(a.state))) {
    const planId = await upsertPlan(tx, plan, now());
    for (const commitment of plan.commitments)
      await upsertCommitment(
        tx,
        planId,
        commitment,
        commitment.institutions.flatMap((slug) => institutions.get(slug) ?? []),
      );
    await recordAudit(tx, actor, {
      action: 'plan.plan-changed',
      subjectKind: 'plan',
      subjectId: planId,
      data: { slug: plan.slug, commitments: plan.commitments.length },
    });
  }
}
