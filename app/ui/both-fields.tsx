import type { ReactNode } from 'react';
import type { FormState } from '#app/ui/form-state.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const languages = ['es', 'en'] as const;
type Language = (typeof languages)[number];

/** A text in both languages, a field each: `nombre` is asked as `nombre_es` and `nombre_en`. */
export function BothFields({
  name,
  label,
  kept,
  form,
  idOf = (field) => field,
  hint,
  ...rest
}: {
  name: string;
  label: (language: Language) => ReactNode;
  /** What is kept so far. */
  kept?: Record<Language, string>;
  /** The form's last post; null where another form of the page was posted. */
  form: FormState | null;
  /** Ids of their own where two forms of one page share the names. */
  idOf?: (field: string) => string;
  hint?: (language: Language) => ReactNode;
  rows?: number;
  optional?: boolean;
  maxLength?: number;
}) {
  return languages.map((language) => {
    const field = `${name}_${language}`;
    return (
      <TextField
        key={language}
        id={idOf(field)}
        name={field}
        lang={language}
        label={label(language)}
        hint={hint?.(language)}
        value={form ? form.value(field, kept?.[language]) : kept?.[language]}
        error={form?.errors(field)}
        {...rest}
      />
    );
  });
}
