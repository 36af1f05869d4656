import { sumVotes } from '#app/domains/circle/rules.ts';
import { votes as voteCodes, type VotesBySector } from '#app/domains/circle/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { DataTable } from '#app/ui/data-table.tsx';

/** Votes by sector, with their sum. */
export function VotesTable({
  votes,
  caption,
  hideCaption,
}: {
  votes: VotesBySector;
  caption: string;
  hideCaption?: boolean;
}) {
  const t = useT('circle');
  const f = useFormat();
  const total = sumVotes(votes);
  return (
    <DataTable
      caption={caption}
      hideCaption={hideCaption}
      columns={[
        { key: 'vote', label: t('votes.vote') },
        { key: 'gobierno', label: t('sector.gobierno'), numeric: true },
        { key: 'civil', label: t('sector.civil'), numeric: true },
        { key: 'total', label: t('votes.total'), numeric: true },
      ]}
      rows={voteCodes.map((vote) => ({
        id: vote,
        vote: t(`vote.${vote}`),
        gobierno: f.number(votes.gobierno[vote]),
        civil: f.number(votes.civil[vote]),
        total: f.number(total[vote]),
      }))}
    />
  );
}
