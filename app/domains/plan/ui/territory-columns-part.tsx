import type { Composition } from '#app/domains/plan/compose-territory.ts';
import { territoryColumns } from '#app/domains/plan/territory-columns.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import type { SaidProblem } from '#app/platform/spreadsheets/say-problem.ts';
import type { FormState } from '#app/ui/form-state.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** How many problems of a column are told in full. */
const told = 4;

/** What is wrong in a column, line by line; of many, how many more. */
function Problems({ id, problems }: { id: string; problems: SaidProblem[] }) {
  const t = useT('territory');
  if (problems.length === 0) return null;
  return (
    <div id={id}>
      {problems.slice(0, told).map(({ linea, motivo }) => (
        <p className="field__error" key={`${linea} ${motivo}`}>
          <Icon name="warning" />
          <span>
            {t('problem.line', { line: linea })} {motivo}
          </span>
        </p>
      ))}
      {problems.length > told && <p>{t('problem.more', { count: problems.length - told })}</p>}
    </div>
  );
}

/** What each column of the list is: guessed by its title, and chosen by hand. */
export function TerritoryColumnsPart({
  columns,
  problems,
  form,
}: {
  columns: Composition['columns'];
  problems: SaidProblem[];
  form: FormState;
}) {
  const t = useT('territory');
  return (
    <section aria-labelledby="columnas">
      <h3 id="columnas">{t('columns')}</h3>
      <p className="u-small u-mute">{t('columns.hint')}</p>
      {columns.map(({ name, column, example }, index) => {
        const field = `columna_${index}`;
        const own = problems.filter(({ columna }) => columna === name);
        const wrong = form.errors(field);
        return (
          <div className="match" key={name}>
            <div>
              <strong className="u-break">{name}</strong>
              <small className="u-break">{example || t('columns.empty')}</small>
            </div>
            <Icon name="arrow" />
            <div>
              <label className="u-sr" htmlFor={field}>
                {t('columns.of', { name })}
              </label>
              <select
                className="input"
                id={field}
                name={field}
                defaultValue={form.value(field, column)}
                aria-invalid={wrong ? true : undefined}
                aria-describedby={own.length > 0 || wrong ? `${field}-mal` : undefined}
              >
                <option value="">{t('column.none')}</option>
                {territoryColumns.map((each) => (
                  <option key={each} value={each}>
                    {t(`column.${each}`)}
                  </option>
                ))}
              </select>
              {wrong ? (
                <p className="field__error" id={`${field}-mal`}>
                  <Icon name="warning" />
                  <span>{wrong}</span>
                </p>
              ) : (
                <Problems id={`${field}-mal`} problems={own} />
              )}
            </div>
          </div>
        );
      })}
    </section>
  );
}
