import type { Evidence } from '#app/domains/proposals/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';

/** Who supports a proposal's ideas and which places they name. */
export function EvidencePart({ evidence }: { evidence: Evidence }) {
  const t = useT('proposals');
  const f = useFormat();
  return (
    <>
      <p>{t('evidence.supporters', { count: evidence.supporters })}</p>
      {evidence.localities.some(({ name }) => name !== null) && (
        <DataTable
          caption={t('evidence.localities')}
          columns={[
            { key: 'name', label: t('evidence.locality') },
            { key: 'ideas', label: t('evidence.ideas'), numeric: true },
            { key: 'supports', label: t('evidence.supports'), numeric: true },
          ]}
          rows={evidence.localities.map((row) => ({
            id: row.name ?? '',
            name: row.name ?? t('evidence.whole_city'),
            ideas: f.number(row.ideas),
            supports: f.number(row.supports),
          }))}
        />
      )}
      <p className="u-small u-mute">{t('evidence.note')}</p>
    </>
  );
}
