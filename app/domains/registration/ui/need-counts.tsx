import type { MeetingNeeds } from '#app/domains/registration/get-meeting-needs.server.ts';
import { needStates } from '#app/domains/registration/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';

/** How many asked for what, by how far it is. */
export function NeedCounts({
  needs,
  counts,
}: {
  needs: { code: string; label: string }[];
  counts: MeetingNeeds['counts'];
}) {
  const t = useT('roster');
  const f = useFormat();
  const rows = needs.map((need) => ({
    id: need.code,
    need: need.label,
    ...Object.fromEntries(
      needStates.map((state) => [
        state,
        f.number(counts.find((count) => count.need === need.code && count.state === state)?.n ?? 0),
      ]),
    ),
  }));
  return (
    <DataTable
      caption={t('needs.table')}
      columns={[
        { key: 'need', label: t('needs.need') },
        ...needStates.map((state) => ({
          key: state,
          label: t(`needs.state.${state}`),
          numeric: true,
        })),
      ]}
      rows={rows}
    />
  );
}
