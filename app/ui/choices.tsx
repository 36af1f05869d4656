import type { ReactNode } from 'react';
import {
  describedBy,
  fieldClass,
  FieldNotes,
  OptionalMark,
  type FieldProps,
} from '#app/ui/field-parts.tsx';

type Option = { value: string; label: ReactNode; hint?: ReactNode };
type GroupProps = Omit<FieldProps, 'label'> & {
  legend: ReactNode;
  options: Option[];
  /** Two columns where there is room. */
  two?: boolean;
};

type ChoiceProps = {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  error?: string;
};

/** Native radio or checkbox in its label; a wrong one names its error, which belongs to `name`. */
function Choice({ type, id, name, option, checked, error }: ChoiceProps) {
  return (
    <label className="choice" htmlFor={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={error}
      />
      <span>
        {option.label} {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  );
}

function Group({
  type,
  chosen,
  name,
  id = name,
  legend,
  options,
  hint,
  error,
  optional,
  sensitive,
  two,
}: GroupProps & { type: 'radio' | 'checkbox'; chosen: string[] }) {
  return (
    <fieldset
      className={fieldClass(error)}
      aria-describedby={describedBy(id, { hint, error, sensitive })}
    >
      <legend className="field__label">
        {legend} {optional && <OptionalMark />}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} sensitive={sensitive} />
      <div className={two ? 'choices choices--two' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type={type}
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
            error={error && `${id}-e`}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One of several. The first option carries the field's id, so that the error summary lands on it. */
export function RadioGroup({ value, ...rest }: GroupProps & { value?: string }) {
  return <Group {...rest} type="radio" chosen={value === undefined ? [] : [value]} />;
}

/** Any of several, posted as repeated values of one name. */
export function CheckboxGroup({ values = [], ...rest }: GroupProps & { values?: string[] }) {
  return <Group {...rest} type="checkbox" chosen={values} />;
}

/** One box to tick, such as a consent. */
export function Checkbox({
  name,
  id = name,
  value = 'si',
  label,
  hint,
  error,
  sensitive,
  checked = false,
}: FieldProps & { value?: string; checked?: boolean }) {
  return (
    <div className={fieldClass(error, ' field--check')}>
      <FieldNotes id={id} hint={hint} error={error} sensitive={sensitive} />
      <label className="choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error, sensitive })}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
