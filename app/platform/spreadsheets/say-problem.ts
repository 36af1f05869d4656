import { sayFieldMessage, sayKey } from '#app/platform/i18n/field-message.ts';
import type { Translator } from '#app/platform/i18n/translator.ts';
import type { SheetProblem } from './types.ts';

/** A line of a file with what is wrong in it, in the reader's language. */
export type SaidProblem = { linea: number; columna?: string; motivo: string };

/** Says what is wrong in a file and where. */
export function sayProblem(
  translator: Translator,
  { line, column, key, params }: SheetProblem,
): SaidProblem {
  const motivo =
    key === 'cell.field'
      ? sayFieldMessage(translator, String(params?.['message']))
      : sayKey(translator.t('sheets'), key, params);
  return column === undefined ? { linea: line, motivo } : { linea: line, columna: column, motivo };
}
