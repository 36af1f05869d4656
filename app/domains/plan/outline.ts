/**
 * Outlines of places as paths of a picture. A border that two of them share has the same points in both, so
 * that it is simplified in the same way and no gap opens; everything is linear in the number of points.
 */

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];
/** A closed line; its first and last positions are the same. */
export type Ring = readonly Position[];
/** A place: its polygons, each a border and the holes in it. */
export type Place = readonly (readonly Ring[])[];

export type Picture = { width: number; height: number; paths: string[] };

/** The box in its own units, what stays free around, and how long a path may be. */
const box = { width: 320, height: 560, margin: 4, length: 4000 } as const;
/** Points are rounded to a grid of so many steps a unit. */
const steps = 8;
const rowOfGrid = 8192;

const number = String.raw`\d{1,4}(?:\.\d{1,2})?`;
const point = `${number} ${number}`;
const form = new RegExp(`^(?:M${point}(?:L${point})+Z)+$`);

/** Whether a text is a path as we write them: absolute points and nothing else. */
export function isOutline(text: string): boolean {
  return form.test(text);
}

/** The middle of the first ring of a path, where its name can stand. */
export function middleOf(path: string): { x: number; y: number } {
  const points = path
    .slice(1, path.indexOf('Z'))
    .split('L')
    .map((text) => text.split(' ').map(Number));
  const mean = (axis: 0 | 1) =>
    Math.round(points.reduce((sum, each) => sum + (each[axis] ?? 0), 0) / points.length);
  return { x: mean(0), y: mean(1) };
}

type Point = { x: number; y: number };
const keyOf = ({ x, y }: Point) => x * rowOfGrid + y;

/** Degrees on the grid of a picture that holds all of them; north is up. */
function frame(places: readonly Place[]): {
  width: number;
  height: number;
  place: (position: Position) => Point;
} {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygons of places)
    for (const rings of polygons)
      for (const ring of rings)
        for (const [lon, lat] of ring) {
          west = Math.min(west, lon);
          east = Math.max(east, lon);
          south = Math.min(south, lat);
          north = Math.max(north, lat);
        }
  // A degree of longitude is shorter the farther from the equator.
  const squeeze = Math.max(0.02, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const inner = { width: box.width - 2 * box.margin, height: box.height - 2 * box.margin };
  const wide = Math.max((east - west) * squeeze, 1e-9);
  const high = Math.max(north - south, 1e-9);
  const scale = Math.min(inner.width / wide, inner.height / high);
  const onGrid = (units: number, most: number) =>
    Math.round(Math.min(Math.max(units, 0), most) * steps) + box.margin * steps;
  return {
    width: Math.ceil(Math.min(wide * scale, inner.width)) + 2 * box.margin,
    height: Math.ceil(Math.min(high * scale, inner.height)) + 2 * box.margin,
    place: ([lon, lat]) => ({
      x: onGrid((lon - west) * squeeze * scale, inner.width),
      y: onGrid((north - lat) * scale, inner.height),
    }),
  };
}

/** A ring on the grid without its last point, which is the first, and without points that fall together. */
function onGrid(ring: Ring, place: (position: Position) => Point): Point[] {
  const points: Point[] = [];
  for (const position of ring) {
    const next = place(position);
    const last = points.at(-1);
    if (!last || keyOf(last) !== keyOf(next)) points.push(next);
  }
  const [start, end] = [points[0], points.at(-1)];
  if (points.length > 1 && start && end && keyOf(start) === keyOf(end)) points.pop();
  return points;
}

/** Points at which borders meet or part: those that have not just two neighbours in all rings together. */
function junctionsOf(rings: readonly Point[][]): Set<number> {
  const neighbours = new Map<number, [number, number]>();
  const junctions = new Set<number>();
  for (const ring of rings)
    ring.forEach((own, index) => {
      const key = keyOf(own);
      const before = keyOf(ring.at(index - 1) ?? own);
      const after = keyOf(ring[(index + 1) % ring.length] ?? own);
      const known = neighbours.get(key);
      if (!known) neighbours.set(key, [before, after]);
      else if (![before, after].every((each) => known.includes(each))) junctions.add(key);
    });
  return junctions;
}

/**
 * The points of a line that keep it within a distance of all of them: from a point on, as many as one ray
 * passes near (a sleeve); each is looked at once.
 */
function sleeve(line: readonly Point[], tolerance: number): Point[] {
  const [first] = line;
  if (!first || line.length < 3) return [...line];
  const kept = [first];
  let from = first;
  let rays = null as Rays | null;
  let last = first;
  for (const next of line.slice(1)) {
    let seen = seenFrom(from, next, rays);
    const isBeside = rays !== null && (seen.turn < rays.low || seen.turn > rays.high);
    if (rays !== null && (isBeside || seen.away < rays.reached - tolerance)) {
      kept.push(last);
      from = last;
      rays = null;
      seen = seenFrom(from, next, rays);
    }
    last = next;
    if (seen.away <= tolerance) continue;
    const spread = Math.asin(tolerance / seen.away);
    rays = {
      middle: rays?.middle ?? seen.angle,
      low: Math.max(rays?.low ?? -Math.PI, seen.turn - spread),
      high: Math.min(rays?.high ?? Math.PI, seen.turn + spread),
      reached: Math.max(rays?.reached ?? 0, seen.away),
    };
  }
  kept.push(last);
  return kept;
}

/** The rays from a point that pass near all others so far: turns from the first one, and how far they reach. */
type Rays = { middle: number; low: number; high: number; reached: number };

function seenFrom(from: Point, next: Point, rays: Rays | null) {
  const angle = Math.atan2(next.y - from.y, next.x - from.x);
  const away = Math.hypot(next.x - from.x, next.y - from.y);
  return { angle, away, turn: rays ? turnOf(angle - rays.middle) : 0 };
}

/** An angle between minus and plus half a turn. */
function turnOf(angle: number): number {
  if (angle > Math.PI) return angle - 2 * Math.PI;
  return angle < -Math.PI ? angle + 2 * Math.PI : angle;
}

/** The point of a ring farthest from another, the one first on the grid where several are. */
function farthest(ring: readonly Point[], from: Point): Point {
  let [found, most] = [from, -1];
  for (const each of ring) {
    const away = (each.x - from.x) ** 2 + (each.y - from.y) ** 2;
    if (away > most || (away === most && keyOf(each) < keyOf(found))) [found, most] = [each, away];
  }
  return found;
}

/** A line simplified from the end that is first on the grid, whichever way the ring runs. */
function arcOf(line: readonly Point[], tolerance: number): Point[] {
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end || keyOf(start) <= keyOf(end)) return sleeve(line, tolerance);
  return sleeve(line.toReversed(), tolerance).reverse();
}

/** A ring cut at fixed points, each piece simplified by itself. */
function simplify(ring: Point[], junctions: ReadonlySet<number>, tolerance: number): Point[] {
  if (ring.length < 3) return ring;
  const fixed = new Set(ring.map(keyOf).filter((key) => junctions.has(key)));
  if (fixed.size < 2) {
    const [only] = fixed;
    const start =
      ring.find((each) => keyOf(each) === only) ??
      ring.reduce((least, each) => (keyOf(each) < keyOf(least) ? each : least));
    fixed.add(keyOf(start)).add(keyOf(farthest(ring, start)));
  }
  const at = ring.findIndex((each) => fixed.has(keyOf(each)));
  const turned = [...ring.slice(at), ...ring.slice(0, at + 1)];
  const kept: Point[] = [];
  let begin = 0;
  for (let index = 1; index < turned.length; index += 1) {
    const each = turned[index];
    if (!each || !fixed.has(keyOf(each))) continue;
    kept.push(...arcOf(turned.slice(begin, index + 1), tolerance).slice(0, -1));
    begin = index;
  }
  return kept;
}

/** Twice the area within a ring, its sign by the way it runs. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, { x, y }, index) => {
    const next = ring[(index + 1) % ring.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
}

const written = (steps8: number) => String(Math.round((steps8 / steps) * 10) / 10);

function pathOf(ring: readonly Point[]): string {
  const texts: string[] = [];
  for (const { x, y } of ring) {
    const text = `${written(x)} ${written(y)}`;
    if (texts.at(-1) !== text) texts.push(text);
  }
  return texts.length < 3 ? '' : `M${texts.join('L')}Z`;
}

/** A place too small for the picture is a small sign where it lies. */
function signAt(ring: readonly Point[]): string {
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
  const middle = (all: number[]) =>
    (all.reduce((a, b) => Math.min(a, b), Infinity) +
      all.reduce((a, b) => Math.max(a, b), -Infinity)) /
    2;
  const [x, y, half] = [middle(xs), middle(ys), 1.5 * steps];
  return pathOf([
    { x: x - half, y },
    { x, y: y - half },
    { x: x + half, y },
    { x, y: y + half },
  ]);
}

type Drawn = { area: number; path: string; isHole: boolean };

/** The rings of a place as paths, the largest first; a border runs one way, a hole the other. */
function drawPlace(polygons: readonly Point[][][]): string {
  const drawn = polygons.flatMap((rings) =>
    rings.flatMap((ring, index): Drawn[] => {
      const area = areaOf(ring);
      const isHole = index > 0;
      const path = pathOf(area > 0 === isHole ? ring.toReversed() : ring);
      // Less than a unit of the picture is nothing that anybody sees.
      return path === '' || Math.abs(area) < 2 * steps * steps
        ? []
        : [{ area: Math.abs(area), path, isHole }];
    }),
  );
  const rings = polygons.flat();
  const [largest = []] = rings.toSorted((a, b) => b.length - a.length);
  if (drawn.every(({ isHole }) => isHole)) return largest.length > 0 ? signAt(largest) : '';
  return drawn
    .sort((a, b) => b.area - a.area)
    .map(({ path }) => path)
    .join('');
}

/** A path cut to a length at the end of a ring; the largest stands first, and gives points up if it is longer. */
function cut(path: string, most: number): string {
  if (path.length <= most) return path;
  const end = path.lastIndexOf('Z', most - 1);
  if (end > 0) return path.slice(0, end + 1);
  const points = path.slice(1, path.indexOf('Z')).split('L');
  const every = Math.ceil(points.length / Math.floor(most / 12));
  return `M${points.filter((_, index) => index % every === 0).join('L')}Z`;
}

/**
 * Places as paths in one picture, each no longer than a row of the database may be: the detail of all of
 * them gives way together until the longest fits.
 */
export function drawPlaces(places: readonly Place[]): Picture {
  const { width, height, place } = frame(places);
  let drawn = places.map((polygons) =>
    polygons.map((rings) => rings.map((ring) => onGrid(ring, place))),
  );
  const junctions = junctionsOf(drawn.flat(2));
  let paths: string[] = [];
  for (let tolerance = 0.4; tolerance <= 13; tolerance *= 2) {
    drawn = drawn.map((polygons) =>
      polygons.map((rings) => rings.map((ring) => simplify(ring, junctions, tolerance * steps))),
    );
    paths = drawn.map(drawPlace);
    if (paths.every((path) => path.length <= box.length)) break;
  }
  return { width, height, paths: paths.map((path) => cut(path, box.length)) };
}
