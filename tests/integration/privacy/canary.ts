/** The words by field. */
export const secrets: Record<string, string> = {};

/** The one word of a private field; people's hands leave it as it is (lower case, no accents). */
export function canary(
  field: string,
  as = `zq${field.replace(/[^a-z]/gi, '').toLowerCase()}qz`,
): string {
  secrets[field] = as;
  return as;
}

export const mail = (field: string) => `${canary(field)}@prueba.convite`;
