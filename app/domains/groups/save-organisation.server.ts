import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { inTransaction, violates, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors } from '#app/platform/http/field-errors.ts';
import { listOptions } from '#app/domains/declarations/list-options.server.ts';
import { declined } from '#app/domains/declarations/types.ts';
import { isLocality } from '#app/domains/plan/list-localities.server.ts';
import type { OrganisationInput } from './schema.ts';
import {
  insertOrganisation,
  lockOrganisations,
  updateOrganisation,
} from './organisation.store.server.ts';
import { canAddOrganisation, canMendOrganisations } from './policy.ts';

/** Adds a group to the catalogue, or changes one. Two groups of one name in one place are one. */
export async function saveOrganisation(
  actor: Actor,
  input: OrganisationInput,
): Promise<{ id: string }> {
  const write = async (tx: Tx) => await writeOrganisation(tx, actor, input);
  return await sayTwice(
    async () =>
      await (input.id
        ? inTransaction(write)
        : actOnce(actor, { act: 'groups.organisation', content: input }, write)),
  );
}

/** The same within a transaction; whoever opens it says by `sayTwice` that the group is there already. */
export async function writeOrganisation(
  tx: Tx,
  actor: Actor,
  input: OrganisationInput,
): Promise<{ id: string }> {
  authorize(input.id ? canMendOrganisations(actor) : canAddOrganisation(actor));
  const kinds = (await listOptions(tx, 'es')).organizacion_tipo.map((option) => option.code);
  const { id: knownId, ...fields } = input;
  if (!kinds.includes(fields.kind) || fields.kind === declined)
    throw fieldErrors({ organizacion_tipo: 'choose_one' });
  if (fields.localityCode && !(await isLocality(tx, fields.localityCode)))
    throw fieldErrors({ localidad: 'choose_one' });
  if (knownId) {
    const [known] = await lockOrganisations(tx, [knownId]);
    if (!known) throw notFound('page_not_found');
    await updateOrganisation(tx, known.id, fields);
    await recordAudit(tx, actor, {
      action: 'groups.organisation-changed',
      subjectKind: 'organisation',
      subjectId: known.id,
    });
    return { id: known.id };
  }
  const id = newId();
  await insertOrganisation(tx, { id, ...fields, createdBy: actor.personId, at: now() });
  await recordAudit(tx, actor, {
    action: 'groups.organisation-added',
    subjectKind: 'organisation',
    subjectId: id,
    data: { kind: fields.kind, locality: fields.localityCode },
  });
  return { id };
}

/** Says at the name's field that a group of this name and place is there already. */
export async function sayTwice<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (violates(error, 'organisation_name_key'))
      throw fieldErrors({ nombre: 'organisation_exists' });
    throw error;
  }
}
