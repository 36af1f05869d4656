/** Whether a text names a day that exists, of this century or the last: neither `2026-02-30` nor `9999-12-31`. */
export function isCalendarDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // Node rolls 31 February over to March: such a day was not meant.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
