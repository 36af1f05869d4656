import type { SheetProblem } from '#app/platform/spreadsheets/types.ts';

/** Fields that were not right: answered with 422, the form again and what was typed. */
export class FormErrors extends Error {
  readonly errors: Record<string, string[]>;
  /** What is wrong in the lines of a file that was sent. */
  readonly lines: SheetProblem[];
  /** Texts in which personal data was found: the person chooses what becomes of it. */
  readonly marked: MarkedText[];
  constructor(
    errors: Record<string, string[]>,
    lines: SheetProblem[] = [],
    marked: MarkedText[] = [],
  ) {
    super('form errors');
    this.errors = errors;
    this.lines = lines;
    this.marked = marked;
  }
}

export type MarkedText = { field: string; text: string; marks: { from: number; to: number }[] };

/**
 * A file that cannot be taken, by the name of its field: nothing was written, and each line is told with
 * its reason.
 */
export function fileErrors(field: string, lines: SheetProblem[]): FormErrors {
  return new FormErrors({ [field]: ['file_lines'] }, lines);
}

/** Field errors from a rule or a command, by field name; each a key of `errors`. */
export function fieldErrors(errors: Record<string, string>): FormErrors {
  return new FormErrors(
    Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, [key]])),
  );
}
