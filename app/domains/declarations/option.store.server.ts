import type { Db, Tx } from '#app/platform/db/db.server.ts';
import type { OptionsData } from './options.schema.ts';
import { catalogueQuestions } from './types.ts';

/** The whole catalogue of answers with its dates and both languages, in its order. */
export async function selectAllOptions(db: Db): Promise<OptionsData> {
  const rows = await db.selectFrom('answer_option').selectAll().orderBy('position').execute();
  const questionOf = (name: string) => catalogueQuestions.find((question) => question === name);
  return rows
    .flatMap((row) => {
      const question = questionOf(row.question);
      return question ? [{ ...row, question }] : [];
    })
    .sort((a, b) => catalogueQuestions.indexOf(a.question) - catalogueQuestions.indexOf(b.question))
    .map((row) => ({
      question: row.question,
      code: row.code,
      label: { es: row.label_es, en: row.label_en },
      source: row.source,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }));
}

/** Writes an answer at its place, new or known by its question and code. */
export async function upsertOption(
  tx: Tx,
  option: OptionsData[number],
  position: number,
): Promise<void> {
  const values = {
    position,
    label_es: option.label.es,
    label_en: option.label.en,
    source: option.source,
    valid_from: option.validFrom,
    valid_to: option.validTo,
  };
  await tx
    .insertInto('answer_option')
    .values({ question: option.question, code: option.code, ...values })
    .onConflict((oc) => oc.columns(['question', 'code']).doUpdateSet(values))
    .execute();
}

/** Takes an answer out as if it had never been offered. */
export async function deleteOption(tx: Tx, question: string, code: string): Promise<void> {
  await tx
    .deleteFrom('answer_option')
    .where('question', '=', question)
    .where('code', '=', code)
    .execute();
}
