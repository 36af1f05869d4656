/** The fields whose word stands in a text. */
export function fieldsIn(secrets: Record<string, string>, text: string): string[] {
  const plain = text.toLowerCase();
  return Object.entries(secrets)
    .filter(([, word]) => plain.includes(word.toLowerCase()))
    .map(([field]) => field);
}

export type Line = { field: string; visitor: string; place: string };

/** Who reads which word where, a line each. */
export function linesOf(table: string): Line[] {
  return table
    .trim()
    .split(/\n+/)
    .flatMap((line) => {
      const [field = '', visitors = '', places = ''] = line.split('|').map((part) => part.trim());
      if (visitors === '-') return [{ field, visitor: '', place: '' }];
      const all = places === 'any page' ? [places] : places.split(' ');
      return visitors
        .split(' ')
        .flatMap((visitor) => all.map((place) => ({ field, visitor, place })));
    });
}
