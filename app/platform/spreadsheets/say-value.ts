/**
 * A number as somebody would have typed it: whole ones without an exponent, others without the dust of binary
 * fractions.
 */
export function sayNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en', { useGrouping: false });
  return String(Number(value.toPrecision(15)));
}

/** A day of a spreadsheet, which knows no zone; its hour only when it has one. */
export function sayDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  // Excel keeps hours as fractions of a day, a millisecond off at times.
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 16);
}
