import { useId, type ReactNode } from 'react';

export type Column = { key: string; label: ReactNode; numeric?: boolean };
export type Row = { id: string | number } & Record<string, ReactNode>;

/** A table that scrolls inside its own region on narrow screens. The first column names the row. */
export function DataTable({
  caption,
  columns,
  rows,
  hideCaption,
}: {
  caption: string;
  columns: Column[];
  rows: Row[];
  hideCaption?: boolean;
}) {
  const id = useId();
  return (
    <div className="u-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption id={id} className={hideCaption ? 'u-sr' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? 'n' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {row[column.key]}
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? 'n' : undefined}>
                    {row[column.key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
