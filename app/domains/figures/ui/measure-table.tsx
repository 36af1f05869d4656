import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { Figure, Measured } from '#app/domains/figures/types.ts';
import { ProtectedMark } from '#app/domains/figures/ui/protected-mark.tsx';
import { usePercent } from '#app/domains/figures/ui/use-percent.ts';

/** A share, and between what it lies while not everybody answered. */
function ShareCell({ share, bounds }: Pick<Figure, 'share' | 'bounds'>) {
  const t = useT('figures');
  const say = usePercent();
  if (share === null) return '–';
  if (bounds === null || bounds[0] === bounds[1]) return say(share);
  const [low, high] = [Math.round(bounds[0] * 100), Math.round(bounds[1] * 100)];
  return (
    <>
      {say(share)}
      <small>{t('bounds', { low, high })}</small>
    </>
  );
}

/** How a share stands to the population's, with its interval. */
function RatioCell({ ratio, interval }: Pick<Figure, 'ratio' | 'interval'>) {
  const t = useT('figures');
  const f = useFormat();
  const twice = (number: number) => f.number(Math.round(number * 100) / 100);
  if (ratio === null || interval === null) return '–';
  return (
    <>
      {twice(ratio)}
      <small>{t('interval', { low: twice(interval[0]), high: twice(interval[1]) })}</small>
    </>
  );
}

/** How many people of a group to invite, where it is missing. */
function InviteCell({ invite }: Pick<Figure, 'invite'>) {
  const f = useFormat();
  return invite === null ? '–' : f.number(invite);
}

/** A population's share, and whose it is where that is not the city. */
function ReferenceCell({ reference }: Pick<Figure, 'reference'>) {
  const t = useT('figures');
  const say = usePercent();
  if (reference === null) return '–';
  return (
    <>
      {say(reference.share)}
      {reference.territory !== 'ciudad' && <small>{t(`territory.${reference.territory}`)}</small>}
    </>
  );
}

/** People of a cell, or the mark that they are protected. */
function PeopleCell({ people }: Pick<Figure, 'people'>) {
  const f = useFormat();
  return people === null ? <ProtectedMark /> : f.number(people);
}

/**
 * Everything that is published of one measure: counts, shares, the population, ratio with its
 * interval, people to invite.
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
  const { unanswered } = table;
  return (
    <DataTable
      caption={String(caption)}
      columns={[
        { key: 'name', label: t('column.group') },
        { key: 'people', label: t('column.people'), numeric: true },
        { key: 'share', label: t('column.share'), numeric: true },
        { key: 'reference', label: t('column.reference'), numeric: true },
        { key: 'ratio', label: t('column.ratio'), numeric: true },
        { key: 'invite', label: t('column.invite'), numeric: true },
      ]}
      rows={[
        ...table.rows.map((row) => ({
          id: row.value,
          name: (
            <>
              {label(row.value)}
              {row.finding && <small>{t(`short.${row.finding}`)}</small>}
            </>
          ),
          people: <PeopleCell people={row.people} />,
          share: <ShareCell share={row.share} bounds={row.bounds} />,
          reference: <ReferenceCell reference={row.reference} />,
          ratio: <RatioCell ratio={row.ratio} interval={row.interval} />,
          invite: <InviteCell invite={row.invite} />,
        })),
        {
          id: '-',
          name: t('value.unanswered'),
          people: <PeopleCell people={unanswered} />,
          share:
            unanswered === null
              ? '–'
              : t('of_all', { share: Math.round((unanswered / table.people) * 1000) / 10 }),
          reference: '–',
          ratio: '–',
          invite: '–',
        },
      ]}
    />
  );
}
