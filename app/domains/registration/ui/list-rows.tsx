import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { ListPreview, PreviewRow } from '#app/domains/registration/preview-list.server.ts';
import { isListColumn } from '#app/domains/registration/list-columns.ts';
import type { Fate } from '#app/domains/registration/list-choices.ts';
import { Badge, type BadgeKind } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';

const kinds: Record<Fate, BadgeKind> = {
  rechazada: 'late',
  omitida: 'dash',
  nueva: 'done',
  espera: 'now',
  completa: 'draft',
  misma: 'dash',
  repetida: 'dash',
  solo_asistencia: 'dash',
};

/** Why a row does not come in, what is filled, and which of its answers are left out. */
function Notes({ row }: { row: PreviewRow }) {
  const t = useT('roster');
  const nameOf = (column: string) => (isListColumn(column) ? t(`load.column.${column}`) : column);
  const notes = row.notes.map(({ column, text }) =>
    column === '' ? text : t('load.note', { column: nameOf(column), text }),
  );
  if (row.fills.length > 0)
    notes.unshift(t('load.fills', { what: row.fills.map(nameOf).join(', ') }));
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** What becomes of each row, and the two ways to end: load the list, or let it go. */
export function ListRows({ preview }: { preview: ListPreview }) {
  const t = useT('roster');
  const f = useFormat();
  const count = (...fates: Fate[]) =>
    preview.rows.filter(({ fate }) => fates.includes(fate)).length;
  const loads = count('nueva', 'espera', 'completa', 'misma', 'repetida', 'solo_asistencia');
  return (
    <section className="l-stack" aria-labelledby="filas">
      <h2 id="filas">{t('load.rows')}</h2>
      {preview.problems.map((problem) => (
        <Notice key={problem} kind="bad">
          {problem}
        </Notice>
      ))}
      <p>
        {t('load.count', {
          rows: preview.rows.length,
          created: count('nueva', 'espera'),
          waiting: count('espera'),
          filled: count('completa'),
          same: count('misma', 'repetida'),
          refused: count('rechazada', 'omitida'),
        })}
      </p>
      {loads === 0 && <Notice kind="sun">{t('load.nothing')}</Notice>}
      <form method="post" className="l-row">
        {loads > 0 && (
          <Button kind="go" name="accion" value="cargar">
            {t('load.confirm', { count: loads })}
          </Button>
        )}
        <Button kind="quiet" name="accion" value="quitar">
          {t('load.drop')}
        </Button>
      </form>
      <p className="u-small u-mute">{t('load.same.what')}</p>
      {preview.rows.length > 0 && (
        <DataTable
          caption={t('load.rows')}
          hideCaption
          columns={[
            { key: 'line', label: t('load.row'), numeric: true },
            { key: 'who', label: t('load.row.who') },
            { key: 'fate', label: t('load.row.fate') },
          ]}
          rows={preview.rows.map((row) => ({
            id: row.line,
            line: f.number(row.line),
            who: (
              <>
                {row.name || '–'}
                <small className="u-break">{row.contact}</small>
              </>
            ),
            fate: (
              <>
                <Badge kind={kinds[row.fate]}>
                  {t(`load.fate.${row.fate}`, { line: row.first ?? 0 })}
                </Badge>
                <Notes row={row} />
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
