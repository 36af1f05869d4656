import type { Composition, TerritoryChoices } from '#app/domains/plan/compose-territory.ts';
import type { DivisionWords } from '#app/platform/i18n/city-words.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { SaidProblem } from '#app/platform/spreadsheets/say-problem.ts';
import { Button } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { TerritoryColumnsPart } from '#app/domains/plan/ui/territory-columns-part.tsx';
import { TerritoryPreview } from '#app/domains/plan/ui/territory-preview.tsx';
import { TerritoryUpload, WordsFields } from '#app/domains/plan/ui/territory-upload.tsx';

/** What was brought and is looked at before it is saved. */
export type BroughtTerritory = {
  composed: Composition;
  problems: SaidProblem[];
  names: string[];
  outlines: string | null;
  choices: TerritoryChoices;
  words: DivisionWords;
};

/** Problems of rows that belong to no column: cells too many, cells too few. */
function RowProblems({ problems, columns }: { problems: SaidProblem[]; columns: string[] }) {
  const t = useT('territory');
  const loose = problems.filter(({ columna }) => !columna || !columns.includes(columna));
  if (loose.length === 0) return null;
  return (
    <ul className="list" aria-label={t('problems')}>
      {loose.slice(0, 12).map(({ linea, motivo }) => (
        <li key={`${linea} ${motivo}`}>
          {t('problem.line', { line: linea })} {motivo}
        </li>
      ))}
    </ul>
  );
}

export function TerritoryDraftForm({
  brought,
  form,
}: {
  brought: BroughtTerritory;
  form: FormState;
}) {
  const t = useT('territory');
  const f = useFormat();
  const { composed, problems, names, outlines, choices, words } = brought;
  const rows = composed.rows.length + composed.left.length;
  return (
    <>
      {names.length > 0 && <p>{t('brought', { names: f.names(names), count: rows })}</p>}
      <Fold summary={t('change')} open={form.lines.length > 0}>
        <TerritoryUpload form={form} isFirst={false} />
      </Fold>
      <form method="post" className="l-stack l-stack--wide" noValidate>
        <RowProblems problems={problems} columns={composed.columns.map(({ name }) => name)} />
        {composed.columns.length > 0 && (
          <TerritoryColumnsPart columns={composed.columns} problems={problems} form={form} />
        )}
        <TerritoryPreview
          composed={composed}
          file={outlines}
          typed={choices.persons ?? {}}
          becomes={choices.becomes ?? {}}
          asTyped={choices.asTyped ?? false}
          form={form}
        />
        <WordsFields words={words} form={form} />
        <div className="l-row">
          <Button kind="go" size="big" name="accion" value="guardar">
            {t('save')}
          </Button>
          <Button size="big" name="accion" value="ver">
            {t('look_again')}
          </Button>
          <Button size="big" icon="undo" name="accion" value="deshacer">
            {t('undo')}
          </Button>
        </div>
      </form>
    </>
  );
}
