import type { NamedSeat } from '#app/domains/circle/types.ts';
import { useT } from '#app/platform/i18n/use-t.ts';

/** The name of who sits there; after they close their account, that they left. */
export function useMemberName(): (name: string | null) => string {
  const t = useT('circle');
  return (name) => name ?? t('member.gone');
}

/** Who sat at the table, with presence and vote in words. */
export function SeatList({ seats }: { seats: NamedSeat[] }) {
  const t = useT('circle');
  const nameOf = useMemberName();
  const stateOf = (seat: NamedSeat) => {
    if (seat.vote === 'impedimento') return t('vote.impedimento');
    if (!seat.present) return t('seat.absent');
    return seat.vote ? t(`vote.${seat.vote}`) : t('seat.no_vote');
  };
  return (
    <ul className="list">
      {seats.map((seat) => (
        <li key={seat.memberId}>
          <span>
            {nameOf(seat.name)}
            <br />
            <small className="u-mute">
              {t(`sector.${seat.sector}`)}
              {seat.organisation && ` · ${seat.organisation}`}
            </small>
          </span>
          <span>{stateOf(seat)}</span>
        </li>
      ))}
    </ul>
  );
}
