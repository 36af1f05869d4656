const seats = [
  [29.9, 29.9],
  [20, 34],
  [10.1, 29.9],
  [6, 20],
  [10.1, 10.1],
  [20, 6],
  [29.9, 10.1],
] as const;

/** People around a table, one seat free. */
export function Logo() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <circle className="f-sun s-ink" strokeWidth="2" cx="34" cy="20" r="4.8" />
      {seats.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="f-action" cx={x} cy={y} r="4.2" />
      ))}
    </svg>
  );
}
