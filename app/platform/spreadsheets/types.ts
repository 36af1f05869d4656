import type { MessageKey, MessageParams } from '#app/platform/i18n/messages.ts';

/** What is wrong in a file, and where: line 0 is the file as a whole. */
export type SheetProblem = {
  line: number;
  column?: string | undefined;
  key: MessageKey<'sheets'>;
  params?: MessageParams | undefined;
};

/** A row by the names of its header; `line` is where it begins, counting from 1. */
export type SheetRow = { line: number; cells: Record<string, string> };

/** A spreadsheet as every import sees it, whichever program wrote it. */
export type Sheet = {
  header: string[];
  /** Where the header stands. */
  headerLine: number;
  rows: SheetRow[];
  /** Rows that are no rows of this table: they are told, not guessed. */
  problems: SheetProblem[];
};

/** The cells of a file before anything is made of them: rows with the line on which each begins. */
export type RawRows = { line: number; cells: string[] }[];

/** A spreadsheet cannot be used at all. */
export class SheetRefused extends Error {
  readonly problems: SheetProblem[];
  constructor(...problems: SheetProblem[]) {
    super(problems[0]?.key ?? 'refused');
    this.problems = problems;
  }
}

/** How much one spreadsheet may hold. */
export type SheetLimits = { bytes: number; rows: number; columns: number };

export const sheetLimits: SheetLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 500_000,
  columns: 500,
};

/** What a browser offers to choose from for a spreadsheet. */
export const sheetFiles = '.csv,.tsv,.txt,.xlsx,.ods,text/csv';
