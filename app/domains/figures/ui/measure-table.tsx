import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { Measured } from '#app/domains/figures/types.ts';
import { ProtectedMark } from '#app/domains/figures/ui/protected-mark.tsx';

/**
 * Everything that is published of one measure: counts, shares, the population, ratio with its
 * interval, people missing.
 */
export function MeasureTable({
  table,
  label,
  caption,
}: {
  table: Measured;
  label: (value: string) => string;
  caption: ReactNode;
}) {
  const t = useT('figures');
  const f = useFormat();
  const say = (share: number | null) =>
    share === null ? '–' : t('percent', { share: Math.round(share * 1000) / 10 });
  const twice = (number: number) => f.number(Math.round(number * 100) / 100);
  return (
    <DataTable
      caption={String(caption)}
      columns={[
        { key: 'name', label: t('column.group') },
        { key: 'people', label: t('column.people'), numeric: true },
        { key: 'share', label: t('column.share'), numeric: true },
        { key: 'reference', label: t('column.reference'), numeric: true },
        { key: 'ratio', label: t('column.ratio'), numeric: true },
        { key: 'missing', label: t('column.missing'), numeric: true },
      ]}
      rows={[
        ...table.rows.map((row) => ({
          id: row.value,
          name: (
            <>
              {label(row.value)}
              {row.verdict && <small>{t(`short.${row.verdict}`)}</small>}
            </>
          ),
          people: row.people === null ? <ProtectedMark /> : f.number(row.people),
          share:
            row.share === null ? (
              '–'
            ) : row.bounds && row.bounds[0] !== row.bounds[1] ? (
              <>
                {say(row.share)}
                <small>
                  {t('bounds', {
                    low: Math.round(row.bounds[0] * 100),
                    high: Math.round(row.bounds[1] * 100),
                  })}
                </small>
              </>
            ) : (
              say(row.share)
            ),
          reference: say(row.reference),
          ratio:
            row.ratio === null || row.interval === null ? (
              '–'
            ) : (
              <>
                {twice(row.ratio)}
                <small>
                  {t('interval', { low: twice(row.interval[0]), high: twice(row.interval[1]) })}
                </small>
              </>
            ),
          missing:
            row.missing === null
              ? '–'
              : row.missing > 0
                ? t('gap.some', { count: row.missing })
                : row.missing < 0
                  ? t('gap.over', { count: -row.missing })
                  : t('gap.none'),
        })),
        {
          id: '-',
          name: t('value.unanswered'),
          people: table.unanswered === null ? <ProtectedMark /> : f.number(table.unanswered),
          share:
            table.unanswered === null
              ? '–'
              : t('of_all', { share: Math.round((table.unanswered / table.people) * 1000) / 10 }),
          reference: '–',
          ratio: '–',
          missing: '–',
        },
      ]}
    />
  );
}
