type Props = {
  name: string;
  label: string;
  /** What the first entry says, which narrows nothing. */
  all: string;
  value: string | undefined;
  options: { value: string; label: string }[];
};

/** One choice among the filters of a list. */
export function FilterChoice({ name, label, all, value, options }: Props) {
  return (
    <div>
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      <select className="input" id={name} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
