/** Fields that were not right: answered with 422, the form again and what was typed. */
export class FormErrors extends Error {
  readonly errors: Record<string, string[]>;
  constructor(errors: Record<string, string[]>) {
    super('form errors');
    this.errors = errors;
  }
}

/** Field errors from a rule or a command, by field name; each a key of `errors`. */
export function fieldErrors(errors: Record<string, string>): FormErrors {
  return new FormErrors(Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, [key]])));
}
