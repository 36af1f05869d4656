/**
 * A whole number as people and Excel write it: `1.234`, `1,234`, `1 234`, `1234.0`; null for anything else, a
 * fraction too.
 */
export function readWhole(text: string): number | null {
  const plain = text.trim().replace(/^\+/, '');
  const grouped = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:[.,]0{1,2})?$/.test(plain);
  const digits = grouped
    ? plain.replace(/[.,]0{1,2}$/, '').replace(/\D/g, '')
    : plain.replace(/[.,]0+$/, '');
  if (!/^\d{1,15}$/.test(digits)) return null;
  return Number(digits);
}
