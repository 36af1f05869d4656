import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import type { Measure } from '#app/domains/declarations/measures.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { Measured } from '#app/domains/figures/types.ts';
import { populations } from '#app/domains/figures/rules.ts';
import { ProtectedMark } from '#app/domains/figures/ui/protected-mark.tsx';

/** From registering to coming to contributing, by group. */
export function JourneyTable({
  measure,
  tables,
  label,
  caption,
}: {
  measure: Measure;
  tables: Measured[];
  label: (value: string) => string;
  caption: string;
}) {
  const t = useT('figures');
  const f = useFormat();
  const of = (population: string) =>
    tables.find((table) => table.measure === measure && table.population === population);
  const shown = populations.flatMap((population) => {
    const table = of(population);
    return table ? [{ population, table }] : [];
  });
  const cell = (people: number | null | undefined) => {
    if (people === null) return <ProtectedMark />;
    return people === undefined ? '–' : f.number(people);
  };
  const values = of('inscritas')?.rows.map(({ value }) => value) ?? [];
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'name', label: t('column.group') },
        ...shown.map(({ population }) => ({
          key: population,
          label: t(`population.${population}`),
          numeric: true,
        })),
      ]}
      rows={[
        ...values.map((value) => ({
          id: value,
          name: label(value),
          ...Object.fromEntries(
            shown.map(({ population, table }) => [
              population,
              cell(table.rows.find((row) => row.value === value)?.people),
            ]),
          ),
        })),
        {
          id: '-',
          name: t('column.all'),
          ...Object.fromEntries(
            shown.map(({ population, table }) => [population, f.number(table.people)]),
          ),
        },
      ]}
    />
  );
}
