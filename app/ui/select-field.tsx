import {
  describedBy,
  fieldClass,
  FieldNotes,
  OptionalMark,
  type FieldProps,
} from '#app/ui/field-parts.tsx';

type Props = FieldProps & {
  options: { value: string; label: string }[];
  /** The words of the empty choice; without it the first option is chosen. */
  empty?: string;
  value?: string;
};

/** A native select: it opens without a script. */
export function SelectField({
  name,
  label,
  id = name,
  options,
  empty,
  value,
  hint,
  error,
  optional,
  sensitive,
}: Props) {
  return (
    <div className={fieldClass(error)}>
      <label className="field__label" htmlFor={id}>
        {label} {optional && <OptionalMark />}
      </label>
      <FieldNotes id={id} hint={hint} error={error} sensitive={sensitive} />
      <select
        className="input"
        id={id}
        name={name}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-required={optional ? undefined : true}
        aria-describedby={describedBy(id, { hint, error, sensitive })}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
