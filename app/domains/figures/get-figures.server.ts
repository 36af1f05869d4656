import type { Db } from '#app/platform/db/db.server.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { selectBaseline } from './baseline.store.server.ts';
import type { Baseline } from './baseline.rules.ts';
import { measureTable } from './figures.ts';
import { progressOf, type GoalProgress } from './goal-progress.ts';
import { levelOf } from './rules.ts';
import type { Measured } from './types.ts';
import { selectCurrent, selectHistory, selectScopes } from './table.store.server.ts';

export type Figures = {
  scope: string;
  measured: (Measured & { releasedAt: Date })[];
  baseline: Baseline[];
};

/**
 * What is published of a scope of the active plan, set against the population; nothing when nothing
 * was released.
 */
export async function getFigures(db: Db, scope: string): Promise<Figures> {
  const [tables, baseline] = await Promise.all([selectCurrent(db, scope), selectBaseline(db)]);
  const references = (measure: string) =>
    new Map(
      baseline.flatMap((row) => (row.measure === measure ? [[row.value, row.share] as const] : [])),
    );
  return {
    scope,
    baseline,
    measured: tables.map((table) => ({
      ...measureTable(table, references(table.measure)),
      releasedAt: table.releasedAt,
    })),
  };
}

/** The scopes that can be looked at, from the whole plan down. */
export async function listScopes(db: Db): Promise<{ scope: string; title: string | null }[]> {
  return (await selectScopes(db)).sort((a, b) => levelOf(a.scope) - levelOf(b.scope));
}

/** The population as it stands, for its page and its file. */
export async function listBaseline(db: Db): Promise<Baseline[]> {
  return await selectBaseline(db);
}

/** How far the plan's goals have come in its workshops, release by release. */
export async function getGoalProgress(db: Db): Promise<GoalProgress[]> {
  const { plan } = await listGoals(db, null);
  return plan.length > 0
    ? progressOf(
        plan,
        await selectHistory(
          db,
          'talleres',
          plan.map(({ variable }) => variable),
        ),
      )
    : [];
}
