import { openAttack, type Attack, type Recovered } from './open-attack.server.ts';
import { isSmall, isWithheld, type Cell, type Table } from './protection.ts';
import { costOfHiding, levelOf } from './rules.ts';
import { breathe } from '#app/platform/solver/run-solver.server.ts';

/** A table with its exact counts, before protection. */
export type ExactTable = Omit<Table, 'cells'> & { cells: { value: string; people: number }[] };

/** Only the small cells protected: what the audit must find wanting. */
export function primaryOnly(exact: ExactTable): Table {
  const withheld = isWithheld(exact);
  return {
    ...exact,
    cells: exact.cells.map(({ value, people }): Cell => ({
      value,
      people: withheld || isSmall(exact.measure, value, people) ? null : people,
    })),
  };
}

const shownOf = (table: Table) =>
  new Map(
    table.cells.flatMap(({ value, people }) => (people === null ? [] : [[value, people] as const])),
  );

/**
 * Protects new tables of one family beside everything of it that was published before. It begins
 * with the tables of the whole plan, while nothing is shown of smaller ones; then phases and
 * commitments show what does not give anything away, then meetings. Small cells are protected
 * first; then, as long as the attack recovers a cell of any table, the cheapest of the shown cells
 * that give it away. What was published before cannot change: when it gives a cell away, nothing
 * new may be published and the answer is null. Each cell of the result was attacked and stayed
 * open, so the method is proven case by case.
 */
export async function protectTables(
  exacts: ExactTable[],
  earlier: Table[],
): Promise<Table[] | null> {
  const nothing = exacts.map((exact): Table => ({
    ...exact,
    cells: exact.cells.map(({ value }) => ({ value, people: null })),
  }));
  const tables = [...nothing, ...earlier];
  const attack = await openAttack(tables);
  try {
    for (const level of [0, 1, 2]) {
      const open = exacts.flatMap(({ scope }, index) => (levelOf(scope) === level ? [index] : []));
      for (const index of open) attack.show(index, shownOf(primaryOnly(exacts[index]!)));
      if (!(await settle(attack, exacts, tables, open))) return null;
    }
    return tables.slice(0, exacts.length);
  } finally {
    attack.close();
  }
}

/**
 * Protects more of the open tables until the attack recovers no cell of any; false when that is not
 * enough.
 */
async function settle(
  attack: Attack,
  exacts: ExactTable[],
  tables: Table[],
  open: number[],
): Promise<boolean> {
  for (let changed = true; changed;) {
    changed = false;
    for (const [index, table] of tables.entries()) {
      for (const cell of table.cells) {
        for (
          let found = cell.people === null ? attack.recover(index, cell.value) : null;
          found;
          found = attack.recover(index, cell.value)
        ) {
          const hide = cheapest(found, exacts, tables, open);
          if (hide.length === 0) return false;
          changed = true;
          for (const each of open) {
            const gone = new Set(
              hide.flatMap(({ index: of, value }) => (of === each ? [value] : [])),
            );
            if (gone.size > 0)
              attack.show(
                each,
                new Map([...shownOf(tables[each]!)].filter(([value]) => !gone.has(value))),
              );
          }
        }
      }
      await breathe();
    }
  }
  return true;
}

/**
 * What to protect next of the open tables: the cheapest of the shown cells that give the found one
 * away or stand in its own table; when only empty ones are left, all of a table: a protected cell
 * beside shown zeros counts somebody.
 */
function cheapest(
  found: Recovered,
  exacts: ExactTable[],
  tables: Table[],
  open: number[],
): { index: number; value: string }[] {
  const shown = (index: number) =>
    tables[index]!.cells.flatMap(({ value, people }) =>
      people === null ? [] : [{ index, value, people }],
    );
  const because = found.because.map(({ table, value }) => ({
    index: tables.indexOf(table),
    value,
    people: table.cells.find((cell) => cell.value === value)!.people!,
  }));
  for (const choices of [because, shown(tables.indexOf(found.table)), open.flatMap(shown)]) {
    const some = choices
      .filter(({ index }) => open.includes(index))
      .sort((a, b) => costOfHiding(a.value, a.people) - costOfHiding(b.value, b.people));
    const next = some.find(({ people }) => people > 0);
    if (next) return [next];
    if (some[0]) return shown(some[0].index);
  }
  return [];
}
