import type { ComposedRow, Composition } from '#app/domains/plan/compose-territory.ts';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { FormState } from '#app/ui/form-state.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LocalityMap } from '#app/domains/plan/ui/locality-map.tsx';

/** The picture of rows that have a shape; null where none has. */
export function mapOfRows(
  rows: readonly { code: string; shape: string | null }[],
  map: Composition['map'],
): TerritoryMap | null {
  const shapes = rows.flatMap(({ code, shape: path }) => (path ? [{ code, path }] : []));
  return map && shapes.length > 0 ? { ...map, shapes } : null;
}

/** Maps of more places than these carry no names: they would lie one on the other. */
const mostNames = 12;

function Picture({ composed, file }: { composed: Composition; file: string | null }) {
  const t = useT('territory');
  const f = useFormat();
  const map = mapOfRows(composed.rows, composed.map);
  if (!map) return null;
  const uncounted = composed.rows.filter(({ persons }) => persons === null);
  const nameOf = new Map(composed.rows.map(({ code, name }) => [code, name]));
  const { join, rows } = composed;
  return (
    <LocalityMap
      map={map}
      title={t('map.title')}
      description={
        uncounted.length > 0
          ? t('map.uncounted', { names: f.names(uncounted.map(({ name }) => name)) })
          : t('map.all_counted')
      }
      shade={(code) => (uncounted.some((row) => row.code === code) ? 'some' : 'even')}
      names={rows.length <= mostNames ? nameOf : undefined}
      note={
        join &&
        file && (
          <span className="u-mute">
            {t('map.joined', {
              file,
              property: join.chosen,
              joined: join.joined,
              all: rows.length,
            })}
          </span>
        )
      }
    />
  );
}

/** How a row came out. */
function Fate({ row }: { row: ComposedRow }) {
  const t = useT('territory');
  const isFine = row.persons !== null;
  return (
    <span>
      <span className={isFine ? 'yes' : 'nope'}>
        <Icon name={isFine ? 'check' : 'warning'} /> {t(isFine ? 'fate.fine' : 'fate.uncounted')}
      </span>{' '}
      {row.formerly && <small>{t('fate.formerly', { name: row.formerly })}</small>}
    </span>
  );
}

/** The localities as they would be. */
function Rows({ rows }: { rows: ComposedRow[] }) {
  const t = useT('territory');
  const f = useFormat();
  return (
    <DataTable
      caption={t('preview')}
      hideCaption
      columns={[
        { key: 'name', label: t('division') },
        { key: 'persons', label: t('column.poblacion'), numeric: true },
        { key: 'fate', label: t('fate') },
      ]}
      rows={rows.map((row) => ({
        id: row.code,
        name: row.name,
        persons: row.persons === null ? t('no_data') : f.number(row.persons),
        fate: <Fate row={row} />,
      }))}
    />
  );
}

/** Populations that the list lacks, to be typed. */
function Uncounted({
  rows,
  typed,
  form,
}: {
  rows: ComposedRow[];
  typed: Record<string, string>;
  form: FormState;
}) {
  const t = useT('territory');
  return rows
    .filter(({ persons, code }) => persons === null || code in typed)
    .map(({ code, name }) => {
      const field = `poblacion.${code}`;
      return (
        <TextField
          key={code}
          name={field}
          optional
          short
          inputMode="numeric"
          maxLength={15}
          label={t('persons.of', { name })}
          hint={t('persons.hint')}
          value={form.value(field, typed[code] ?? '')}
          error={form.errors(field)}
        />
      );
    });
}

/** What the city has and the list lacks: it goes, stays, or is one of the new rows. */
function AbsentPart({
  composed,
  becomes,
  form,
}: {
  composed: Composition;
  becomes: Record<string, number>;
  form: FormState;
}) {
  const t = useT('territory');
  const f = useFormat();
  const leaving = composed.absent.filter(({ mustStay }) => !mustStay);
  const mapped = Object.entries(becomes);
  const staying = composed.absent.filter(({ mustStay }) => mustStay);
  const codes = [...staying, ...mapped.map(([code]) => ({ code, name: code }))];
  if (composed.absent.length === 0 && mapped.length === 0) return null;
  const options = composed.fresh.map(({ line, name }) => ({
    value: String(line),
    label: t('absent.becomes', { name }),
  }));
  return (
    <section aria-labelledby="ausentes">
      <h3 id="ausentes">{t('absent')}</h3>
      {leaving.length > 0 && (
        <p>
          {t('absent.leaving', {
            count: leaving.length,
            names: f.names(leaving.map(({ name }) => name)),
          })}
        </p>
      )}
      {codes.length > 0 && <p>{t('absent.staying')}</p>}
      {codes.length > 0 && (
        <Fold summary={t('absent.open', { count: codes.length })} open={codes.length <= 5}>
          {codes.map(({ code, name }) => (
            <SelectField
              key={code}
              name={`queda_${code}`}
              label={name}
              optional
              empty={t('absent.stays')}
              options={options}
              value={form.value(`queda_${code}`, String(becomes[code] ?? ''))}
            />
          ))}
        </Fold>
      )}
    </section>
  );
}

/** What would become of the territory: picture, rows, and what is still to be said by hand. */
export function TerritoryPreview({
  composed,
  file,
  typed,
  becomes,
  asTyped,
  form,
}: {
  composed: Composition;
  /** The name of the outlines' file. */
  file: string | null;
  typed: Record<string, string>;
  becomes: Record<string, number>;
  asTyped: boolean;
  form: FormState;
}) {
  const t = useT('territory');
  const { rows, left, join } = composed;
  const isRetyped = asTyped || rows.some(({ formerly }) => formerly !== null);
  return (
    <section aria-labelledby="vista" className="l-stack">
      <h3 id="vista">{t('preview')}</h3>
      {join && join.choices.length > 1 && (
        <SelectField
          name="unir"
          label={t('join')}
          hint={t('join.hint')}
          options={join.choices.slice(0, 20).map(({ property, example, fits }) => ({
            value: property,
            label: t('join.by', { property, example, fits }),
          }))}
          value={form.value('unir', join.chosen)}
        />
      )}
      <div className="l-grid l-end">
        <Picture composed={composed} file={file} />
        <div>
          <Rows rows={rows} />
          {left.length > 0 && <p>{t('left', { count: left.length })}</p>}
          <Uncounted rows={rows} typed={typed} form={form} />
          {isRetyped && (
            <p className="check">
              <input
                type="checkbox"
                id="como_venian"
                name="como_venian"
                value="si"
                defaultChecked={form.posted ? form.value('como_venian') === 'si' : asTyped}
              />{' '}
              <label htmlFor="como_venian">{t('as_typed')}</label>
            </p>
          )}
        </div>
      </div>
      <AbsentPart composed={composed} becomes={becomes} form={form} />
    </section>
  );
}
