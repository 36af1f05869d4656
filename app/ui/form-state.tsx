import { useMemo, useState } from 'react';
import { useActionData } from '@remix-run/react';
import type { TextSpan } from '#app/ui/marked-parts.ts';

/** What an action answers when it does not redirect, said in the reader's language. */
type Answer = {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
  lines?: { linea: number; columna?: string; motivo: string }[];
  marked?: { field: string; text: string; marks: TextSpan[] }[];
  refused?: { reason: string; text: string; next?: string | undefined };
  asks?: string;
};

/** The last post of a form, ready to show: the errors and what the person had typed. */
export type FormState = {
  /** Whether a form of the page was posted and is shown again. */
  posted: boolean;
  /** What is wrong with a field. */
  errors: (field: string) => string | undefined;
  /** What was typed; the fallback before the first post. */
  value: (field: string, fallback?: string) => string;
  /** What was ticked or repeated; the fallback before the first post. */
  values: (field: string, fallback?: string[]) => string[];
  refused: { reason: string; text: string; next?: string | undefined } | null;
  /** What the person is asked before it is done. */
  asks: string | null;
  summary: { field: string; message: string }[];
  /** What is wrong in the lines of the file that was sent. */
  lines: { linea: number; columna?: string; motivo: string }[];
  /** Texts in which personal data was found, for the person to choose. */
  marked: { field: string; text: string; marks: TextSpan[] }[];
};

/** Reads the action's answer. With labels, each line of the summary starts with the label of its field. */
export function useFormState(given: Record<string, string> = {}): FormState {
  const answer = useActionData<Answer>() ?? {};
  // A page's labels stay what they are while it stands; held, the summary is new only with a new answer and takes the
  // focus once.
  const [labels] = useState(given);
  const summary = useMemo(
    () =>
      Object.entries(answer.errors ?? {}).map(([field, text]) => ({
        field,
        message: labels[field]
          ? `${labels[field]}${labels[field].endsWith('?') ? '' : ':'} ${text}`
          : text,
      })),
    [answer.errors, labels],
  );
  const typed = answer.values;
  return {
    posted: typed !== undefined,
    errors: (field) => answer.errors?.[field],
    value: (field, fallback = '') => (typed ? ([typed[field] ?? []].flat()[0] ?? '') : fallback),
    values: (field, fallback = []) => (typed ? [typed[field] ?? []].flat() : fallback),
    refused: answer.refused ?? null,
    asks: answer.asks ?? null,
    summary,
    lines: answer.lines ?? [],
    marked: answer.marked ?? [],
  };
}
