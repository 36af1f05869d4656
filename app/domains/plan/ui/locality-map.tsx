import { useId, type ReactNode } from 'react';
import { insetBox, localityShapes, mapSize } from '#app/domains/plan/ui/locality-shapes.ts';

/**
 * The 20 localities as a picture; what it says stands in the description and, for everybody, in a table beside it.
 * Shades are classes, so that dark and forced colours come by themselves.
 */
export function LocalityMap({ title, description, shade, note }: { title: string; description: string; shade: (code: string) => 'none' | 'some' | 'many'; note?: ReactNode }) {
  const id = useId();
  const paint = { none: 'f-surface', some: 'm-low', many: 'm-high' } as const;
  return (
    <figure className="fig">
      <figcaption className="u-small">{note}</figcaption>
      <svg className="map" viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
        <title id={`${id}t`}>{title}</title>
        <desc id={`${id}d`}>{description}</desc>
        {Object.entries(localityShapes).map(([code, shape]) => <path key={code} className={paint[shade(code)]} d={shape} />)}
        <rect className="f-none s-edge" {...insetBox} rx="6" strokeWidth="1.5" strokeDasharray="4 3" />
      </svg>
    </figure>
  );
}
