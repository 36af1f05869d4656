import type { Actor } from '#app/kernel/actor.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { notFound } from '#app/kernel/errors.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { canRunPlan } from './policy.ts';
import {
  selectCommitmentDraft,
  selectInstitutionDrafts,
  selectPhaseDraft,
  selectPlanDraft,
} from './draft.store.server.ts';
import type { CommitmentDraft, InstitutionDraft, PhaseDraft, PlanDraft } from './types.ts';

/** What coordination edits, in both languages. */

type Read<T> = (db: Db, id: string) => Promise<T | null>;

async function draftOf<T>(db: Db, actor: Actor, id: string | undefined, read: Read<T>): Promise<T> {
  authorize(canRunPlan(actor));
  const draft = isId(id) ? await read(db, id) : null;
  if (!draft) throw notFound('page_not_found');
  return draft;
}

export async function getPhaseDraft(
  db: Db,
  actor: Actor,
  id: string | undefined,
): Promise<PhaseDraft> {
  return await draftOf(db, actor, id, selectPhaseDraft);
}

export async function getPlanDraft(
  db: Db,
  actor: Actor,
  id: string | undefined,
): Promise<PlanDraft> {
  return await draftOf(db, actor, id, selectPlanDraft);
}

export async function getCommitmentDraft(
  db: Db,
  actor: Actor,
  id: string | undefined,
): Promise<CommitmentDraft> {
  return await draftOf(db, actor, id, selectCommitmentDraft);
}

export async function listInstitutionDrafts(db: Db, actor: Actor): Promise<InstitutionDraft[]> {
  authorize(canRunPlan(actor));
  return await selectInstitutionDrafts(db);
}
