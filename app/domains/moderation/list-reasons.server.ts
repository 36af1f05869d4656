import type { Db } from '#app/platform/db/db.server.ts';
import { civilDay } from '#app/platform/i18n/format.ts';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { selectReason, selectReasons } from './reason.store.server.ts';
import type { Reason, ReasonRow } from './types.ts';

function reasonOf(row: ReasonRow, locale: Locale): Reason {
  const english = locale === 'en';
  return {
    code: row.code,
    decision: row.decision,
    hides: row.hides,
    asksBody: row.asksBody,
    label: english ? row.labelEn : row.labelEs,
    explanation: english ? row.explanationEn : row.explanationEs,
  };
}

/** The reasons in force on a day, in one language. */
export async function listReasons(db: Db, locale: Locale, on: Date): Promise<Reason[]> {
  return (await selectReasons(db, civilDay(on))).map((row) => reasonOf(row, locale));
}

/** One reason, when it is in force on that day. */
export async function findReason(
  db: Db,
  code: string,
  locale: Locale,
  on: Date,
): Promise<Reason | null> {
  const row = await selectReason(db, code);
  const day = civilDay(on);
  return row && row.validFrom <= day && (row.validTo === null || day <= row.validTo)
    ? reasonOf(row, locale)
    : null;
}

/** The whole catalogue with its dates and both languages, for those who keep it. */
export async function listReasonRows(db: Db): Promise<ReasonRow[]> {
  return await selectReasons(db);
}
