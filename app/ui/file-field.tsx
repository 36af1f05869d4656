import {
  describedBy,
  fieldClass,
  FieldNotes,
  OptionalMark,
  type FieldProps,
} from '#app/ui/field-parts.tsx';

/**
 * A native choice of one file; `accept` only narrows what the browser offers, and with `capture` a
 * phone opens its camera.
 */
export function FileField({
  name,
  label,
  id = name,
  accept,
  capture,
  hint,
  error,
  optional,
  sensitive,
}: FieldProps & { accept: string; capture?: 'environment' }) {
  return (
    <div className={fieldClass(error)}>
      <label className="field__label" htmlFor={id}>
        {label} {optional && <OptionalMark />}
      </label>
      <FieldNotes id={id} hint={hint} error={error} sensitive={sensitive} />
      <input
        className="input input--file"
        type="file"
        id={id}
        name={name}
        accept={accept}
        capture={capture}
        aria-invalid={error ? true : undefined}
        aria-required={optional ? undefined : true}
        aria-describedby={describedBy(id, { hint, error, sensitive })}
      />
    </div>
  );
}
