import type { Dial } from './types.ts';

/** A number as it is dialled within its country: the country's own code, where it stands, gives way to the trunk's. */
export function withoutCode(digits: string, { code, trunk, digits: length }: Dial): string {
  const national = /^(?:\+|00)?(\d+)$/.exec(digits)?.[1] ?? '';
  const isForeign = national.length !== code.length + length || !national.startsWith(code);
  return isForeign ? digits : trunk + national.slice(code.length);
}
