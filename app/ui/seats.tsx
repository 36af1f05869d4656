import { useId } from 'react';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';

export type Seat = {
  name: string;
  sector: 'gobierno' | 'civil';
  state: 'present' | 'absent' | 'recused';
};
const reach = 78;

/** Where a seat stands: its sector's half of the ring, from the top down. */
function placeOf(index: number, total: number, side: 1 | -1): { x: number; y: number } {
  const angle = (Math.PI * (index + 0.5)) / total;
  return {
    x: round(110 + side * reach * Math.sin(angle)),
    y: round(100 - reach * Math.cos(angle)),
  };
}
const round = (value: number) => Math.round(value * 10) / 10;

function SeatMark({ seat, x, y, size }: { seat: Seat; x: number; y: number; size: number }) {
  const paint = seat.sector === 'civil' ? 'action' : 'ink';
  const look = {
    className: `f-${seat.state === 'present' ? paint : 'none'} s-${paint}`,
    strokeWidth: 2.5,
    strokeDasharray: seat.state === 'present' ? undefined : '4 3',
  };
  const arm = round(size * 0.6);
  return (
    <g>
      <title>{seat.name}</title>
      {seat.sector === 'civil' ? (
        <circle {...look} cx={x} cy={y} r={size} />
      ) : (
        <rect
          {...look}
          x={round(x - size)}
          y={round(y - size)}
          width={size * 2}
          height={size * 2}
          rx={size * 0.38}
        />
      )}
      {seat.state === 'recused' && (
        <path
          className={`s-${paint}`}
          d={`M${round(x - arm)} ${round(y + arm)}L${round(x + arm)} ${round(y - arm)}`}
          strokeWidth="2.5"
        />
      )}
    </g>
  );
}

type Side = { present: number; total: number };

/** What the marks mean, with how many of each side are there. */
function SeatKey({ government, civil }: { government: Side; civil: Side }) {
  const t = useT('common');
  return (
    <ul className="key">
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true">
          <rect className="f-ink" x="4" y="1" width="14" height="14" rx="3" />
        </svg>
        {t('ui.seats.government', government)}
      </li>
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true">
          <circle className="f-action" cx="11" cy="8" r="7" />
        </svg>
        {t('ui.seats.civil', civil)}
      </li>
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true">
          <circle
            className="f-none s-action"
            cx="11"
            cy="8"
            r="6"
            strokeWidth="2"
            strokeDasharray="3 2"
          />
        </svg>
        {t('ui.seats.absent_or_recused')}
      </li>
    </ul>
  );
}

/** The Circle around its table: government in squares, civil society in circles, absent dashed, recused struck out. */
export function Seats({ seats }: { seats: Seat[] }) {
  const t = useT('common');
  const f = useFormat();
  const id = useId();
  const halves = (['gobierno', 'civil'] as const).map((sector) =>
    seats.filter((seat) => seat.sector === sector),
  );
  const size = Math.min(
    13,
    round((Math.PI * reach) / Math.max(1, ...halves.map((half) => half.length)) / 2 - 3),
  );
  const presentOf = (list: Seat[]) => list.filter((seat) => seat.state === 'present').length;
  const [government = [], civil = []] = halves;
  const numbers = { present: presentOf(seats), total: seats.length };
  const recused = seats.filter((seat) => seat.state === 'recused').map((seat) => seat.name);
  const away = seats.filter((seat) => seat.state === 'absent').map((seat) => seat.name);
  const side = (list: Seat[]) => ({ present: presentOf(list), total: list.length });
  return (
    <>
      <svg className="seats" viewBox="8 -2 204 204" role="img" aria-labelledby={`${id}t ${id}d`}>
        <title id={`${id}t`}>{t('ui.seats.title', numbers)}</title>
        <desc id={`${id}d`}>
          {t('ui.seats.government', side(government))}. {t('ui.seats.civil', side(civil))}.{' '}
          {away.length > 0 && t('ui.seats.absent_names', { names: away.join(', ') })}{' '}
          {recused.length > 0 && t('ui.seats.recused_names', { names: recused.join(', ') })}
        </desc>
        {halves.map((half, which) =>
          half.map((seat, index) => (
            <SeatMark
              key={index}
              seat={seat}
              size={size}
              {...placeOf(index, half.length, which === 0 ? -1 : 1)}
            />
          )),
        )}
        <circle className="f-none s-line" cx="110" cy="100" r="52" strokeWidth="2" />
        <text x="110" y="103" textAnchor="middle" className="seats__n">
          {f.number(numbers.present)}
        </text>
        <text x="110" y="122" textAnchor="middle">
          {t('ui.seats.of', { total: numbers.total })}
        </text>
      </svg>
      <SeatKey government={side(government)} civil={side(civil)} />
    </>
  );
}
