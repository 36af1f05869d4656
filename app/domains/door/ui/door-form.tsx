import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { parseFieldMessage, sayKey } from '#app/platform/i18n/field-message.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { textOf, type DoorRecord } from '#app/domains/door/device.rules.ts';
import type { Attempt } from '#app/domains/door/ui/door-attempt.ts';
import type { Door } from '#app/domains/door/ui/door-session.ts';

/** What is wrong with a field: a key of `fields` with its parameters. */
export type Wrong = Record<string, string>;
/** A form of the door; with a record it puts that one right, and begins with what it said. */
export type DoorFormProps = { door: Door; attempt: Attempt; record?: DoorRecord };

/** The control of a form with a name, when there is one and no more. */
export function controlOf(form: HTMLFormElement | null, name: string): HTMLElement | null {
  const control = form?.elements.namedItem(name);
  return control instanceof HTMLElement ? control : null;
}

/** A form of the door: checked here, kept on the device, emptied for the next one. */
export function useDoorForm(
  check: (fields: FormData) => Wrong | Promise<Wrong>,
  keep: (fields: FormData) => Promise<boolean>,
) {
  const t = useT('fields');
  const [wrong, setWrong] = useState<Wrong>({});
  const [round, setRound] = useState(0);
  const ref = useRef<HTMLFormElement>(null);
  // The next person, idea or note begins where the last one began.
  useEffect(() => {
    if (round > 0) ref.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [round]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const found = await check(fields);
    setWrong(found);
    const first = Object.keys(found)[0];
    if (first) {
      const control = controlOf(ref.current, first);
      control?.closest('details')?.setAttribute('open', '');
      control?.focus();
    } else if (await keep(fields)) setRound((now) => now + 1);
  };
  return {
    ref,
    round,
    submit: (event: FormEvent<HTMLFormElement>) => void submit(event),
    error: (field: string) => {
      if (!wrong[field]) return undefined;
      const { key, params } = parseFieldMessage(wrong[field]);
      return sayKey(t, key, params);
    },
  };
}
export type DoorForm = ReturnType<typeof useDoorForm>;

/** The frame of a form of the door. */
export function DoorFormFrame({ form, children }: { form: DoorForm; children: ReactNode }) {
  return (
    <form
      ref={form.ref}
      key={form.round}
      className="l-stack door__narrow"
      onSubmit={form.submit}
      noValidate
    >
      {children}
    </form>
  );
}

/** What a record said, for the fields of the form that puts it right; their ids are its own. */
export function startOf(record: DoorRecord | undefined) {
  const idOf = (name: string) => (record ? `${name}-${record.id}` : name);
  const said = (name: string): string | undefined => {
    const value = record?.payload[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return {
    id: idOf,
    text: (name: string): string => said(name) ?? '',
    list: (name: string): string[] => {
      const values: unknown = record?.payload[name];
      return Array.isArray(values) ? values.map(textOf) : [];
    },
    /** The same as the properties of a field. */
    field: (name: string) => ({ name, id: idOf(name), value: said(name) }),
  };
}
export type Start = ReturnType<typeof startOf>;

/** What was typed into a field. */
export function typedIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Notes what is wrong with the length of what was typed into a field. */
export function checkLength(
  wrong: Wrong,
  fields: FormData,
  field: string,
  { min, max }: { min: number; max: number },
): void {
  const length = [...typedIn(fields, field)].length;
  if (length === 0 && min > 0) wrong[field] = 'required';
  else if (length < min) wrong[field] = `too_short|min=${min}`;
  else if (length > max) wrong[field] = `too_long|max=${max}`;
}
