import type { Actor } from '#app/kernel/actor.ts';
import { conflict } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { authorize } from '#app/kernel/verdict.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction, violates, type Db, type Tx } from '#app/platform/db/db.server.ts';
import { fieldErrors, fileErrors } from '#app/platform/http/field-errors.ts';
import { nameColumns, requireColumns } from '#app/platform/spreadsheets/name-columns.ts';
import { readSpreadsheet } from '#app/platform/spreadsheets/read-spreadsheet.server.ts';
import { SheetRefused, type Sheet, type SheetProblem } from '#app/platform/spreadsheets/types.ts';
import { writeCsv } from '#app/platform/spreadsheets/write-spreadsheet.server.ts';
import {
  insertCommitment,
  replaceInstitutions,
  selectInstitutionDrafts,
  selectPlanDraft,
  upsertInstitution,
} from './draft.store.server.ts';
import {
  commitmentColumns,
  institutionColumns,
  isCommitmentColumn,
  isInstitutionColumn,
  readCommitmentRows,
  readInstitutionRows,
  type ListedCommitment,
  type ListedInstitution,
} from './plan-list.ts';
import { canChangePlan, canRunPlan } from './policy.ts';
import { forgetPlan } from './recall-plan.server.ts';
import { selectCommitments, selectPlans } from './store.server.ts';

export type PlanListKind = 'entidades' | 'compromisos';

/** What a list of the plan would bring, and the list as a text that is sent again to load it. */
export type PlanListPreview = {
  text: string;
  institutions: ListedInstitution[];
  commitments: ListedCommitment[];
  problems: SheetProblem[];
};

const limits = { bytes: 2 * 1024 * 1024, rows: 200, columns: 60 };

async function readList(kind: PlanListKind, bytes: Uint8Array): Promise<Sheet> {
  const isColumn = kind === 'entidades' ? isInstitutionColumn : isCommitmentColumn;
  const columns = kind === 'entidades' ? institutionColumns : commitmentColumns;
  try {
    const sheet = nameColumns(await readSpreadsheet(bytes, { limits, isColumn }), columns);
    requireColumns(sheet, kind === 'entidades' ? 'nombre' : 'titulo');
    if (sheet.rows.length === 0) throw new SheetRefused({ line: 0, key: 'rows.none' });
    return sheet;
  } catch (error) {
    throw error instanceof SheetRefused ? fileErrors('archivo', error.problems) : error;
  }
}

/** The plan that a list of commitments is for. */
async function activePlan(db: Db): Promise<string> {
  const [plan] = await selectPlans(db, 'active', 'es');
  if (!plan) throw conflict('plan_first');
  return plan.id;
}

async function compose(
  db: Db,
  kind: PlanListKind,
  sheet: Sheet,
): Promise<Omit<PlanListPreview, 'text'>> {
  const known = await selectInstitutionDrafts(db);
  if (kind === 'entidades') {
    const { rows, problems } = readInstitutionRows(sheet.rows, known);
    return { institutions: rows, commitments: [], problems: [...sheet.problems, ...problems] };
  }
  const numbers = (await selectCommitments(db, [await activePlan(db)], 'es')).map(
    ({ number }) => number,
  );
  const read = readCommitmentRows(sheet.rows, { institutions: known, numbers });
  return {
    institutions: read.institutions,
    commitments: read.rows,
    problems: [...sheet.problems, ...read.problems],
  };
}

/** What a list would bring, each row with what is wrong in it. Nothing is written. */
export async function previewPlanList(
  db: Db,
  actor: Actor,
  kind: PlanListKind,
  bytes: Uint8Array,
): Promise<PlanListPreview> {
  authorize(canRunPlan(actor));
  if (bytes.length === 0) throw fieldErrors({ archivo: 'file_required' });
  const sheet = await readList(kind, bytes);
  const text = writeCsv([
    sheet.header,
    ...sheet.rows.map(({ cells }) => sheet.header.map((name) => cells[name] ?? '')),
  ]);
  return { text, ...(await compose(db, kind, sheet)) };
}

async function addCommitments(
  tx: Tx,
  actor: Actor,
  commitments: ListedCommitment[],
): Promise<void> {
  const planId = await activePlan(tx);
  const plan = await selectPlanDraft(tx, planId, true);
  if (!plan) throw conflict('plan_first');
  authorize(canChangePlan(actor, plan));
  const idOf = new Map((await selectInstitutionDrafts(tx)).map(({ slug, id }) => [slug, id]));
  for (const { number, slug, texts, milestones, institutions } of commitments) {
    const id = newId();
    await insertCommitment(tx, { id, planId, number, slug, ...texts, milestones });
    await replaceInstitutions(
      tx,
      id,
      institutions.flatMap((each) => idOf.get(each) ?? []),
    );
    await recordAudit(tx, actor, {
      action: 'plan.commitment-changed',
      subjectKind: 'compromiso',
      subjectId: id,
      data: { number, before: null, after: { slug } },
    });
  }
}

/** Loads a list that was looked at: all of it, or nothing while a row is wrong. */
export async function loadPlanList(
  actor: Actor,
  kind: PlanListKind,
  text: string,
): Promise<{ institutions: number; commitments: number }> {
  authorize(canRunPlan(actor));
  const sheet = await readList(kind, new TextEncoder().encode(text));
  try {
    const done = await inTransaction(async (tx) => {
      const { institutions, commitments, problems } = await compose(tx, kind, sheet);
      if (problems.length > 0) throw fileErrors('archivo', problems);
      const fresh = institutions.filter(({ isKnown }) => !isKnown);
      for (const { slug, name } of fresh) {
        const id = newId();
        await upsertInstitution(tx, { id, slug, name });
        await recordAudit(tx, actor, {
          action: 'plan.institution-changed',
          subjectKind: 'entidad',
          subjectId: id,
          data: { before: null, after: { slug } },
        });
      }
      if (commitments.length > 0) await addCommitments(tx, actor, commitments);
      return { institutions: fresh.length, commitments: commitments.length };
    });
    forgetPlan();
    return done;
  } catch (error) {
    if (violates(error, 'commitment_number_key') || violates(error, 'commitment_slug_key'))
      throw conflict('changed_meanwhile');
    throw error;
  }
}
