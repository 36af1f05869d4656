import type { ReactNode } from 'react';
import type { Catalogue } from '#app/domains/declarations/types.ts';
import type { Allocation } from '#app/domains/meetings/types.ts';
import type { FormState } from '#app/ui/form-state.tsx';

type Option = { value: string; label: string };
export type FormProps = {
  form: FormState;
  options: Catalogue;
  localities: Option[];
  initial: { name: string; email: string };
  policy: string;
  /** Null where it is not told: whoever registers is told whether there was a place. */
  isFull: boolean | null;
  /**
   * How places are given: what people say of themselves then serves for that too, and the form says
   * so.
   */
  allocation: Allocation;
  /** Under what a draft of it is kept in this tab; null where none is, since it is of somebody else. */
  keepAs: string | null;
  /** Stands first where who facilitates fills the form in for somebody. */
  taken?: ReactNode;
};

/** The answers of a catalogue as a field offers them. */
export function choicesOf(list: Catalogue[keyof Catalogue]): Option[] {
  return list.map((option) => ({ value: option.code, label: option.label }));
}
