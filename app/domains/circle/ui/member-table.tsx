import { instantOf } from '#app/domains/circle/rules.ts';
import type { MemberView } from '#app/domains/circle/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';

/** Who sits or sat in the Circle, where and for how long. */
export function MemberTable({ members }: { members: MemberView[] }) {
  const t = useT('coordination');
  const f = useFormat();
  const day = (date: string) => f.date(instantOf(date), 'short');
  return (
    <DataTable
      caption={t('circle.members')}
      columns={[
        { key: 'name', label: t('circle.name') },
        { key: 'sector', label: t('circle.sector') },
        { key: 'body', label: t('circle.organisation') },
        { key: 'seats', label: t('circle.commissions') },
        { key: 'term', label: t('circle.term') },
      ]}
      rows={members.map((member) => ({
        id: member.id,
        name: member.name ?? t('circle.left'),
        sector: t(`circle.sector.${member.sector}`),
        body: member.organisation,
        seats: member.commissions.map((each) => each.shortTitle).join(', '),
        term: member.endsOn
          ? t('circle.term.both', { from: day(member.startsOn), until: day(member.endsOn) })
          : t('circle.term.from', { from: day(member.startsOn) }),
      }))}
    />
  );
}
