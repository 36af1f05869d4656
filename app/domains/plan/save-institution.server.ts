import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { conflict, notFound } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { actOnce } from '#app/platform/acts/act-once.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, violates, type Tx } from '#app/platform/db/db.server.ts';
import { selectInstitutionDrafts, upsertInstitution } from './draft.store.server.ts';
import { canRunPlan } from './policy.ts';
import { changesBetween, slugOf } from './rules.ts';
import { forgetPlan } from './recall-plan.server.ts';
import type { InstitutionInput } from './schema.ts';

/** Adds an institution, or renames one. */
export async function saveInstitution(
  actor: Actor,
  input: Partial<Pick<InstitutionInput, 'id'>> & Pick<InstitutionInput, 'name'>,
): Promise<{ institutionId: string; changed: boolean }> {
  try {
    const write = async (tx: Tx) => {
      authorize(canRunPlan(actor));
      const [known] = input.id
        ? await selectInstitutionDrafts(tx, { id: input.id, lock: true })
        : [];
      if (input.id && !known) throw notFound('page_not_found');
      const institution = {
        id: known?.id ?? newId(),
        slug: known?.slug ?? slugOf(input.name.es),
        name: input.name,
      };
      const changes = changesBetween(
        { name_es: known?.name.es, name_en: known?.name.en },
        { name_es: input.name.es, name_en: input.name.en },
      );
      if (!changes) return { institutionId: institution.id, changed: false };
      await upsertInstitution(tx, institution);
      await recordAudit(tx, actor, {
        action: 'plan.institution-changed',
        subjectKind: 'entidad',
        subjectId: institution.id,
        data: changes,
      });
      return { institutionId: institution.id, changed: true };
    };
    const done = await (input.id
      ? inTransaction(write)
      : actOnce(actor, { act: 'plan.institution', content: input }, write));
    forgetPlan();
    return done;
  } catch (error) {
    if (violates(error, 'institution_slug_key')) throw conflict('institution_exists');
    throw error;
  }
}
