/**
 * LEXIMIN by brute force in whole-number arithmetic, for pools so small that every panel can be
 * listed. It shares nothing with the solver.
 */

type Fraction = [bigint, bigint];

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisorOf(b, a % b);
}

/**
 * Maximises `objective · x` with `rows · x = right`, x ≥ 0, right ≥ 0, exactly: simplex by Bland's
 * rule on a table of whole numbers over one denominator. Null when nothing fits.
 */
function maximise(objective: bigint[], rows: bigint[][], right: bigint[]): Fraction | null {
  const width = objective.length;
  const table = rows.map((row, i) => [
    ...row,
    ...rows.map((_, j) => (i === j ? 1n : 0n)),
    right[i]!,
  ]);
  const last = width + rows.length;
  const basis = rows.map((_, i) => width + i);
  let denominator = 1n;
  let goal: bigint[] = [];

  const pivot = (r: number, c: number) => {
    if (table[r]![c]! < 0n) table[r] = table[r]!.map((value) => -value);
    const by = table[r]![c]!;
    const clear = (row: bigint[]) =>
      row.map((value, j) => (value * by - row[c]! * table[r]![j]!) / denominator);
    table.forEach((row, i) => {
      if (i !== r) table[i] = clear(row);
    });
    goal = clear(goal);
    denominator = by;
    basis[r] = c;
  };
  const climb = (columns: number) => {
    for (;;) {
      const c = goal.slice(0, columns).findIndex((value) => value < 0n);
      if (c < 0) return;
      let best = -1;
      const ratioOf = (found: number): [bigint, bigint] => {
        if (found < 0) return [1n, 0n];
        if (columns === width && basis[found]! >= width) return [0n, 1n];
        return [table[found]![last]!, table[found]![c]!];
      };
      table.forEach((row, i) => {
        // A leftover of the first phase stands at zero and leaves first, whatever its sign.
        const stuck = columns === width && basis[i]! >= width && row[c]! !== 0n;
        if (row[c]! <= 0n && !stuck) return;
        const [top, bottom] = stuck ? [0n, 1n] : [row[last]!, row[c]!];
        const [bestTop, bestBottom] = ratioOf(best);
        const order = top * bestBottom - bestTop * bottom;
        if (best < 0 || order < 0n || (order === 0n && basis[i]! < basis[best]!)) best = i;
      });
      if (best < 0) throw new Error('Unbounded');
      pivot(best, c);
    }
  };

  goal = Array.from({ length: last + 1 }, (_, j) =>
    j >= width && j < last
      ? 0n
      : -rows.reduce((sum, row, i) => sum + (j === last ? right[i]! : row[j]!), 0n),
  );
  climb(last);
  if (goal[last] !== 0n) return null;
  goal = [...objective.map((value) => -value * denominator), ...rows.map(() => 0n), 0n];
  basis.forEach((column, i) => {
    if (column >= width || objective[column] === 0n) return;
    const factor = objective[column]!;
    goal = goal.map((value, j) => value + factor * table[i]![j]!);
  });
  climb(width);
  const common = divisorOf(goal[last]!, denominator);
  return [goal[last]! / common, denominator / common];
}

/** Every set of `size` of the first `people` numbers. */
export function panelsOf(people: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: people }, (_, first) => first).flatMap((first) =>
    panelsOf(first, size - 1).map((rest) => [...rest, first]),
  );
}

/**
 * The LEXIMIN probabilities of people over the panels allowed: raise the smallest, fix whoever can
 * have no more, go on.
 */
export function exactLeximin(people: number, panels: number[][]): number[] {
  const fixed: (Fraction | null)[] = Array.from({ length: people }, () => null);
  // Columns: a weight for each panel, what each person has beyond the floor, and the floor itself.
  const solve = (objective: (person: number | null) => bigint, floor: Fraction | null) => {
    const columns = panels.length + people + 1;
    const rows = fixed.map((value, person) => {
      const [top, bottom] = value ?? floor ?? [0n, 1n];
      const row = Array.from({ length: columns }, () => 0n);
      panels.forEach((panel, j) => (row[j] = panel.includes(person) ? bottom : 0n));
      row[panels.length + person] = -bottom;
      if (value === null && floor === null) row[columns - 1] = -bottom;
      return { row, right: top };
    });
    const whole = Array.from({ length: columns }, (_, j) => (j < panels.length ? 1n : 0n));
    const goal = whole.map((_, j) => {
      if (j < panels.length) return 0n;
      return objective(j === columns - 1 ? null : j - panels.length);
    });
    if (floor !== null) rows.forEach(({ row }) => (row[columns - 1] = 0n));
    return maximise(
      goal,
      [...rows.map(({ row }) => row), whole],
      [...rows.map(({ right }) => right), 1n],
    )!;
  };
  while (fixed.includes(null)) {
    const floor = solve((person) => (person === null ? 1n : 0n), null);
    const open = fixed.flatMap((value, person) => (value === null ? [person] : []));
    const full = open.filter(
      (one) => solve((person) => (person === one ? 1n : 0n), floor)[0] === 0n,
    );
    if (full.length === 0) throw new Error('Nobody is at the floor');
    for (const person of full) fixed[person] = floor;
  }
  return fixed.map((value) => Number(value![0]) / Number(value![1]));
}
