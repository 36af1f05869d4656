import { useT } from '#app/platform/i18n/use-t.ts';

type Person = {
  x: number;
  y: number;
  turn: number;
  clothes: string;
  hair: string;
  bun?: boolean;
  light?: boolean;
  hat?: boolean;
  wheels?: boolean;
};

const people: Person[] = [
  { x: 240, y: 56, turn: -180, clothes: '#13706a', hair: '#2b1d1a', bun: true },
  { x: 341.6, y: 93, turn: -140, clothes: '#c9822b', hair: '#9b948f', light: true },
  { x: 395.6, y: 186.6, turn: -100, clothes: '#a51f42', hair: '#3d2a20' },
  { x: 262, y: 370.5, turn: -8, clothes: '#4a3b3f', hair: '#3a2620', hat: true },
  { x: 158.6, y: 349.4, turn: 31, clothes: '#d98a93', hair: '#2b1d1a', bun: true },
  { x: 93.5, y: 273.2, turn: 68, clothes: '#13706a', hair: '#6e4a33', wheels: true },
  { x: 88.1, y: 170.4, turn: 106, clothes: '#5f7f8f', hair: '#241a18' },
  { x: 144.9, y: 87.8, turn: 143, clothes: '#a51f42', hair: '#b9aea6', bun: true, light: true },
];
const cups = [
  [300, 142],
  [170, 258],
  [278, 292],
] as const;
const way = 'M190 240c22-6 14-34 40-36s22 22 44 12 12-32 24-38';

function SeatedPerson({ x, y, turn, clothes, hair, bun, light, hat, wheels }: Person) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn})`}>
      {wheels && (
        <>
          <rect className="f-ink" x="-45" y="-14" width="8" height="38" rx="4" />
          <rect className="f-ink" x="37" y="-14" width="8" height="38" rx="4" />
        </>
      )}
      <path
        d="M-26-3q-7-18 8-27M26-3q7-18-8-27"
        fill="none"
        stroke={clothes}
        strokeWidth="12"
        strokeLinecap="round"
      />
      <ellipse cx="0" cy="2" rx="35" ry="18.5" fill={clothes} />
      {bun && <circle cx="0" cy="17" r="8" fill={hair} />}
      <circle cx="0" cy="-1" r="16.5" fill={hair} />
      {light && (
        <path
          d="M-9-9q9-6 18 0"
          fill="none"
          stroke="#fff"
          strokeOpacity=".5"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      )}
      {hat && (
        <>
          <circle cx="0" cy="-1" r="24" fill="#e4c48f" />
          <circle cx="0" cy="-1" r="13.5" fill="#cfa768" stroke="#5b3a25" strokeWidth="2.5" />
        </>
      )}
    </g>
  );
}

/** What lies on the table: a map with a road, notes, cups. */
function TableTop() {
  return (
    <>
      <circle className="f-surface s-ink" cx="240" cy="214" r="120" strokeWidth="4" />
      <g transform="rotate(-9 240 214)">
        <rect
          className="f-sunk s-edge"
          x="176"
          y="164"
          width="128"
          height="96"
          rx="5"
          strokeWidth="1.5"
        />
        <path d={way} className="f-none s-road" strokeWidth="13" strokeLinecap="round" />
        <path d={way} fill="none" stroke="#ffc72e" strokeWidth="2" strokeDasharray="7 6" />
        <circle className="f-done" cx="190" cy="240" r="8" />
        <circle className="f-done" cx="232" cy="204" r="8" />
        <circle className="f-action" cx="297" cy="178" r="9" />
      </g>
      <rect
        x="146"
        y="186"
        width="26"
        height="26"
        rx="2"
        fill="#ffc72e"
        transform="rotate(-14 159 199)"
      />
      <rect
        x="206"
        y="288"
        width="26"
        height="26"
        rx="2"
        fill="#e7a7ae"
        transform="rotate(9 219 301)"
      />
      <rect
        x="316"
        y="200"
        width="24"
        height="24"
        rx="2"
        fill="#8ccabd"
        transform="rotate(12 328 212)"
      />
      <rect
        className="f-paper s-edge"
        x="218"
        y="112"
        width="46"
        height="34"
        rx="3"
        strokeWidth="1.5"
        transform="rotate(5 240 128)"
      />
      <path className="s-edge" d="M226 123h30M226 131h22" strokeWidth="2" />
      {cups.map(([x, y]) => (
        <g key={x}>
          <circle className="f-paper s-ink" cx={x} cy={y} r="8.5" strokeWidth="1.5" />
          <circle cx={x} cy={y} r="5.5" fill="#5b3a25" />
        </g>
      ))}
    </>
  );
}

/** People around a table seen from above; one seat, in yellow, is free. */
export function HeroPicture() {
  const t = useT('common');
  return (
    <svg className="hero__pic" viewBox="16 6 462 424" role="img" aria-labelledby="hero-t">
      <title id="hero-t">{t('ui.hero.title')}</title>
      {people.map((person) => (
        <SeatedPerson key={`${person.x}`} {...person} />
      ))}
      <g transform="translate(376 295) rotate(-59)">
        <circle className="f-sun s-ink" r="31" strokeWidth="4" />
        <circle className="s-ink f-none" r="19" strokeWidth="2" strokeDasharray="4 5" />
      </g>
      <TableTop />
      <path
        className="s-ink f-none"
        d="M428 352q9-12 0-30m-8 9l8-10 9 8"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text className="f-ink" x="472" y="381" textAnchor="end" fontSize="21" fontWeight="800">
        {t('ui.hero.seat')}
      </text>
      <text className="f-ink" x="472" y="406" textAnchor="end" fontSize="21" fontWeight="800">
        {t('ui.hero.for_you')}
      </text>
    </svg>
  );
}
