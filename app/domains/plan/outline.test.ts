import { describe, expect, it } from 'vitest';
import { drawPlaces, isOutline, type Place, type Ring } from './outline.ts';

/** Numbers that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Points of a closed path, ring by ring. */
const pointsOf = (path: string): number[][][] =>
  path
    .split('M')
    .filter(Boolean)
    .map((ring) =>
      ring
        .replace('Z', '')
        .split('L')
        .map((point) => point.split(' ').map(Number)),
    );

/** A place around a point, its border as ragged as the numbers are. */
function ragged(next: () => number, points: number): Place {
  const [lon, lat] = [next() * 300 - 150, next() * 150 - 75];
  const size = 10 ** (next() * 4 - 3);
  const ring: [number, number][] = Array.from({ length: points }, (_, index) => {
    const turn = (2 * Math.PI * index) / points;
    const far = size * (0.3 + next());
    return [lon + far * Math.cos(turn), lat + (far * Math.sin(turn)) / 2];
  });
  return [[[...ring, ring[0] ?? [lon, lat]]]];
}

/** A sheet of four by three places whose shared borders wave, each with the same points on both sides. */
function sheet(points: number): Place[] {
  const wave = (x: number, y: number): [number, number] => [
    -79 + (x + 0.06 * Math.sin(9 * x + 7 * y)) / 20,
    -2 + (y + 0.06 * Math.sin(9 * y + 5 * x)) / 20,
  ];
  const along = Array.from({ length: points }, (_, index) => index / points);
  const cell = (x: number, y: number): Ring => [
    ...along.map((part) => wave(x + part, y)),
    ...along.map((part) => wave(x + 1, y + part)),
    ...along.map((part) => wave(x + 1 - part, y + 1)),
    ...along.map((part) => wave(x, y + 1 - part)),
    wave(x, y),
  ];
  return Array.from({ length: 12 }, (_, index) => [[cell(index % 4, Math.floor(index / 4))]]);
}

describe('places drawn in one picture', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'never leave the picture, and stay within a row of the database (%i)',
    (seed) => {
      const next = numbers(seed + 1);
      const places = Array.from({ length: 1 + Math.floor(next() * 12) }, () =>
        ragged(next, 3 + Math.floor(next() * 3000)),
      );
      const { width, height, paths } = drawPlaces(places);
      expect(paths).toHaveLength(places.length);
      for (const path of paths) {
        expect(isOutline(path)).toBe(true);
        expect(path.length).toBeLessThanOrEqual(4000);
        for (const [x = -1, y = -1] of pointsOf(path).flat()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }
    },
  );

  it('leaves no gap between neighbours: every inner border is drawn twice, once each way', () => {
    const { paths } = drawPlaces(sheet(400));
    const sides = new Map<string, number>();
    for (const ring of paths.flatMap(pointsOf))
      ring.forEach((point, index) => {
        const next = ring[(index + 1) % ring.length] ?? point;
        const side = [point.join(' '), next.join(' ')].sort().join(' – ');
        sides.set(side, (sides.get(side) ?? 0) + 1);
      });
    // Seventeen borders lie between two of the twelve, fourteen on the outside.
    const shared = [...sides.values()].filter((times) => times === 2).length;
    expect(Math.max(...sides.values())).toBe(2);
    expect(shared).toBeGreaterThan(17);
    expect(shared / sides.size).toBeGreaterThan(0.4);
  });

  it('takes time that grows with the points, however they lie', () => {
    const next = numbers(7);
    const scribble = (points: number): Place => {
      const ring: [number, number][] = Array.from({ length: points }, () => [next(), next()]);
      return [[[...ring, ring[0] ?? [0, 0]]]];
    };
    const timeOf = (place: Place) => {
      const begun = performance.now();
      drawPlaces([place]);
      return performance.now() - begun;
    };
    timeOf(scribble(2000));
    // Quadratic work would be four hundred times as long; a loaded machine must not decide.
    expect(timeOf(scribble(80_000))).toBeLessThan(100 * Math.max(timeOf(scribble(4000)), 20));
  });

  it('draws what is too small as a sign, and a line or a point without failing', () => {
    const far = ragged(numbers(3), 100);
    const dot: Place = [
      [
        [
          [-74, 4],
          [-74, 4],
          [-74, 4],
          [-74, 4],
        ],
      ],
    ];
    const { paths } = drawPlaces([far, dot]);
    expect(paths.every((path) => isOutline(path))).toBe(true);
    expect(drawPlaces([dot]).paths.every(isOutline)).toBe(true);
    expect(drawPlaces([[]]).paths).toEqual(['']);
  });
});

describe('outlines of a file', () => {
  it.each(['M1 2L3 4L5 6Z', 'M1.5 2L3 4.25L5 6ZM7 8L9 10L11 12Z'])('takes %s', (text) =>
    expect(isOutline(text)).toBe(true),
  );
  it.each([
    '',
    'M1 2L3 4Zx',
    'M1 2l3 4L5 6Z',
    'M-1 2L3 4L5 6Z',
    'M1 2L3 4L5 6',
    '"/><script>',
    'M1e9 2L3 4L5 6Z',
  ])('refuses %s', (text) => expect(isOutline(text)).toBe(false));
});
