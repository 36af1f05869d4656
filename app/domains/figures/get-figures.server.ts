import type { Db } from '#app/platform/db/db.server.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import type { Goal } from '#app/domains/groups/types.ts';
import { listGoals } from '#app/domains/groups/list-goals.server.ts';
import { selectBaseline } from './baseline.store.server.ts';
import { baselineColumns, territoryColumn, type Baseline } from './baseline.rules.ts';
import { measureTable } from './figures.ts';
import { progressOf, type GoalProgress } from './goal-progress.ts';
import type { Measured } from './types.ts';
import { selectCurrent, selectHistory, selectStanding } from './table.store.server.ts';

/** A published table, measured, with its date and the threshold that it was protected with. */
export type PublishedFigures = Measured & { releasedAt: Date; threshold: number };

export type Figures = {
  scope: string;
  measured: PublishedFigures[];
  baseline: Baseline[];
  /** Measures of which nothing new is published for now. */
  standing: Measure[];
};

/**
 * What is published of a scope of the active plan, set against the population; nothing when nothing
 * was released.
 */
export async function getFigures(db: Db, scope: string): Promise<Figures> {
  const [tables, baseline, standing] = await Promise.all([
    selectCurrent(db, scope),
    selectBaseline(db),
    selectStanding(db),
  ]);
  const references = (measure: string) =>
    new Map(
      baseline.flatMap((row) =>
        row.measure === measure
          ? [[row.value, { share: row.share, territory: row.territory }] as const]
          : [],
      ),
    );
  return {
    scope,
    baseline,
    standing: [...new Set(standing.map(({ measure }) => measure))],
    // A city without localities has a table of them without rows: there is nothing to show.
    measured: tables.flatMap((table) => {
      const measured = measureTable(table, references(table.measure));
      const { releasedAt, threshold } = table;
      return measured.rows.length > 0 ? [{ ...measured, releasedAt, threshold }] : [];
    }),
  };
}

/** The population as it stands, for its page and its file. */
export async function listBaseline(db: Db): Promise<Baseline[]> {
  return await selectBaseline(db);
}

/** The same as the rows of the file that replaces it. */
export async function baselineSheet(db: Db): Promise<(string | number)[][]> {
  const rows = (await listBaseline(db)).map((row) => [
    row.measure,
    row.value,
    row.persons === null ? row.share : '',
    row.persons ?? '',
    row.definition,
    row.asOf,
    row.source,
    row.territory,
  ]);
  return [[...baselineColumns, territoryColumn], ...rows];
}

/** How far some goals have come in the plan's workshops, release by release. */
export async function readProgress(db: Db, goals: readonly Goal[]): Promise<GoalProgress[]> {
  if (goals.length === 0) return [];
  const variables = goals.map(({ variable }) => variable);
  return progressOf(goals, await selectHistory(db, 'talleres', variables));
}

/** The plan's goals of which something was published. */
export async function getGoalProgress(db: Db): Promise<GoalProgress[]> {
  const { plan } = await listGoals(db, null);
  return (await readProgress(db, plan)).filter(({ points }) => points.length > 0);
}
