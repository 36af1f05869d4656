import { describedBy, fieldClass, FieldNotes, OptionalMark, type FieldProps } from '#app/ui/field-parts.tsx';

/** A native choice of one file; `accept` only narrows what the browser offers. */
export function FileField({ name, label, id = name, accept, hint, error, optional, sensitive }: FieldProps & { accept: string }) {
  return (
    <div className={fieldClass(error)}>
      <label className="field__label" htmlFor={id}>{label} {optional && <OptionalMark />}</label>
      <FieldNotes id={id} hint={hint} error={error} sensitive={sensitive} />
      <input
        className="input input--file"
        type="file"
        id={id}
        name={name}
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-required={optional ? undefined : true}
        aria-describedby={describedBy(id, { hint, error, sensitive })}
      />
    </div>
  );
}
