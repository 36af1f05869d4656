import { useId, type ReactNode } from 'react';
import { middleOf } from '#app/domains/plan/outline.ts';
import type { TerritoryMap } from '#app/domains/plan/territory.types.ts';

/** How a locality is painted: classes, so that dark and forced colours come by themselves. */
const paints = {
  none: 'f-surface',
  some: 'm-low',
  many: 'm-high',
  less: 'm-low',
  even: 'm-even',
  more: 'm-high',
  unsure: 'm-unsure',
  hidden: 'm-hidden',
} as const;
export type Shade = keyof typeof paints;

/** Localities as a picture; what it says stands in the description and, for everybody, in a table beside it. */
export function LocalityMap({
  map,
  title,
  description,
  shade,
  names,
  note,
}: {
  map: TerritoryMap;
  title: string;
  description: string;
  shade: (code: string) => Shade;
  /** Names to write on the map, by code. */
  names?: ReadonlyMap<string, string> | undefined;
  note?: ReactNode;
}) {
  const id = useId();
  return (
    <figure className="fig">
      <figcaption className="u-small">{note}</figcaption>
      <svg
        className="map"
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-labelledby={`${id}t ${id}d`}
      >
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{description}</desc>
        {map.shapes.map(({ code, path }) => (
          <path key={code} className={paints[shade(code)]} d={path} />
        ))}
        {names && <Names map={map} names={names} shade={shade} />}
        {map.inset && (
          <rect
            className="f-none s-edge"
            {...map.inset}
            rx="6"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
        )}
      </svg>
    </figure>
  );
}

/** The name of each place in the middle of its largest part. */
function Names({
  map,
  names,
  shade,
}: {
  map: TerritoryMap;
  names: ReadonlyMap<string, string>;
  shade: (code: string) => Shade;
}) {
  return map.shapes.map(({ code, path }) => {
    const { x, y } = middleOf(path);
    return (
      <text
        key={code}
        className={paints[shade(code)] === 'm-low' ? 'm-on-sun' : undefined}
        x={x}
        y={y}
        fontSize="11"
        textAnchor="middle"
      >
        {names.get(code)}
      </text>
    );
  });
}

/** A square of the map's key. */
export function ShadeKey({ shade }: { shade: Shade }) {
  return (
    <svg viewBox="0 0 22 16" aria-hidden="true">
      <rect className={`${paints[shade]} s-edge`} x=".5" y=".5" width="21" height="15" rx="3" />
    </svg>
  );
}

/** Paint of a map that leaves the site: colour-blind safe on white (the site's own tokens stay in its style sheets). */
const inks: Record<Shade, { fill: string; stroke?: string; strokeDasharray?: string }> = {
  none: { fill: '#ffffff', stroke: '#6d6366' },
  some: { fill: '#ffc72e' },
  many: { fill: '#4a968a' },
  less: { fill: '#ffc72e' },
  even: { fill: '#e9dfd2' },
  more: { fill: '#4a968a' },
  unsure: { fill: '#ffffff', stroke: '#c9bdb0' },
  hidden: { fill: '#ffffff', stroke: '#6d6366', strokeDasharray: '3 2' },
};

/** The same picture as a file: it carries its own colours, its key and its source. */
export function MapFile({
  map,
  title,
  lang,
  keys,
  shade,
  source,
}: {
  map: TerritoryMap;
  title: string;
  lang: string;
  keys: { shade: Shade; label: string }[];
  shade: (code: string) => Shade;
  source: string;
}) {
  const top = 24 + keys.length * 22;
  const words = { fontFamily: 'sans-serif', fontSize: 12, fill: '#1e1618' };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      xmlLang={lang}
      role="img"
      viewBox={`0 0 ${map.width + 40} ${map.height + top + 40}`}
    >
      <title>{title}</title>
      <rect width="100%" height="100%" fill="#ffffff" />
      <text x="10" y="18" {...words} fontSize="9.5" fontWeight="700">
        {title}
      </text>
      {keys.map((key, index) => (
        <g key={key.shade}>
          <rect x="10" y={28 + index * 22} width="22" height="14" {...inks[key.shade]} />
          <text x="40" y={40 + index * 22} {...words}>
            {key.label}
          </text>
        </g>
      ))}
      <g transform={`translate(10 ${top + 10})`}>
        {map.shapes.map(({ code, path }) => (
          <path key={code} d={path} stroke="#ffffff" strokeWidth="1.5" {...inks[shade(code)]} />
        ))}
        {map.inset && (
          <rect
            fill="none"
            stroke="#6d6366"
            {...map.inset}
            rx="6"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
        )}
      </g>
      <text x="10" y={map.height + top + 30} {...words}>
        {source}
      </text>
    </svg>
  );
}
