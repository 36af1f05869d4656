/** What the code before has made sure of. Its lack is a bug, and is answered as one. */
export function certain<T>(value: T): NonNullable<T> {
  if (value === undefined || value === null)
    throw new Error('A value that must be there is missing');
  return value;
}

/** The first of a list that holds one at least, as the rows of a statement that always returns one. */
export function first<T>(list: readonly T[]): NonNullable<T> {
  return certain(list[0]);
}
