import {
  useState,
  type FormEvent,
  type HTMLInputTypeAttribute,
  type InputHTMLAttributes,
} from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { useT } from '#app/platform/i18n/use-t.ts';
import {
  describedBy,
  fieldClass,
  FieldNotes,
  OptionalMark,
  type FieldProps,
} from '#app/ui/field-parts.tsx';

type Props = FieldProps & {
  value?: string;
  type?: HTMLInputTypeAttribute;
  /** With rows it is a text area. */
  rows?: number;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** Said and counted, never enforced: a paste that is too long stays whole and the answer says so. */
  maxLength?: number;
  /** A year, a code: a narrow box whose `maxLength` is enforced and not counted. */
  short?: boolean;
  placeholder?: string;
  lang?: string;
};

/**
 * A text field or text area with its label, hint, error and counter. React Aria's parts stand alone
 * here: its TextField controls the value, and on a slow phone would drop what was typed before the
 * script arrived.
 */
export function TextField({
  name,
  label,
  id = name,
  hint,
  error,
  optional,
  sensitive,
  value,
  type = 'text',
  rows,
  maxLength,
  short,
  ...rest
}: Props) {
  const t = useT('common');
  const counted = maxLength !== undefined && !short;
  const [used, setUsed] = useState([...(value ?? '')].length);
  const native = {
    id,
    name,
    defaultValue: value,
    className: `input${short ? ' input--short' : ''}`,
    maxLength: short ? maxLength : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true,
    'aria-describedby': describedBy(id, { hint, error, sensitive, count: counted }),
    onInput: counted
      ? (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
          setUsed([...event.currentTarget.value].length)
      : undefined,
    ...rest,
  };
  return (
    <div className={fieldClass(error)}>
      <Label className="field__label" htmlFor={id}>
        {label} {optional && <OptionalMark />}
      </Label>
      <FieldNotes id={id} hint={hint} error={error} sensitive={sensitive} />
      {rows ? <TextArea {...native} rows={rows} /> : <Input {...native} type={type} />}
      {counted && (
        <p className="field__count" id={`${id}-n`}>
          {used > 0
            ? t('ui.field.used', { used, max: maxLength })
            : t('ui.field.max', { max: maxLength })}
        </p>
      )}
    </div>
  );
}
