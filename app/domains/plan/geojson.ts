import { decodeText } from '#app/platform/spreadsheets/decode-text.ts';
import { SheetRefused, type SheetProblem } from '#app/platform/spreadsheets/types.ts';
import type { Place, Position, Ring } from './outline.ts';

/** What a file of outlines may hold. */
export const outlineLimits = {
  bytes: 10 * 1024 * 1024,
  features: 2000,
  points: 200_000,
  properties: 60,
  text: 200,
} as const;

/** One part of a file of outlines: what it says of itself, and its border in degrees. */
export type Feature = { properties: Record<string, string>; place: Place };

type Problem = Omit<SheetProblem, 'line'>;
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses the whole file, or the feature that stands on a place of the list. */
const refuse = (line: number, problem: Problem) => new SheetRefused({ line, ...problem });

/** The file as JSON; what it is not is said. */
function parse(bytes: Uint8Array): Json {
  if (bytes.length > outlineLimits.bytes)
    throw refuse(0, {
      key: 'file.heavy',
      params: { max: Math.round(outlineLimits.bytes / 1024 / 1024) },
    });
  try {
    const file: unknown = JSON.parse(decodeText(bytes));
    if (isObject(file)) return file;
  } catch {
    // Said below, like any file that is none.
  }
  throw refuse(0, { key: 'geo.kind' });
}

/** Degrees are the only measure that a file without another word can have (RFC 7946). */
function requireDegrees(file: Json): void {
  const crs = file['crs'];
  if (crs === undefined || crs === null) return;
  const named = isObject(crs) && isObject(crs['properties']) ? crs['properties']['name'] : '';
  const name = typeof named === 'string' ? named : '';
  // MAGNA-SIRGAS and SIRGAS 2000 differ from WGS 84 by less than a metre.
  if (!/(?:^|[:/])(?:CRS84|4326|4686|4674)$/i.test(name))
    throw refuse(0, { key: 'geo.crs', params: { name: name.slice(0, 60) || '?' } });
}

function featuresOf(file: Json): unknown[] {
  if (file['type'] === 'Topology') throw refuse(0, { key: 'geo.topology' });
  if (file['type'] === 'Feature') return [file];
  const features = file['features'];
  if (file['type'] !== 'FeatureCollection' || !Array.isArray(features))
    throw refuse(0, { key: 'geo.kind' });
  if (features.length > outlineLimits.features)
    throw refuse(0, { key: 'geo.features', params: { max: outlineLimits.features } });
  return features;
}

/** What a feature says of itself, as the cells of a row. */
function propertiesOf(properties: unknown): Record<string, string> {
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties)
      .slice(0, outlineLimits.properties)
      .flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [[name.slice(0, 60), String(value).slice(0, outlineLimits.text).trim()]]
          : [],
      ),
  );
}

/** Counts the points of a file while they are read. */
type Count = { points: number };

function positionOf(value: unknown, line: number): Position {
  const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number') throw refuse(line, { key: 'geo.number' });
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw refuse(line, { key: 'geo.number' });
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    throw refuse(line, { key: 'geo.metres', params: { value: `${lon}, ${lat}`.slice(0, 60) } });
  return [lon, lat];
}

function ringOf(value: unknown, line: number, count: Count): Ring {
  if (!Array.isArray(value) || value.length < 4) throw refuse(line, { key: 'geo.ring' });
  count.points += value.length;
  if (count.points > outlineLimits.points)
    throw refuse(0, { key: 'geo.points', params: { max: outlineLimits.points } });
  return value.map((position) => positionOf(position, line));
}

function ringsOf(value: unknown, line: number, count: Count): Ring[] {
  if (!Array.isArray(value) || value.length === 0) throw refuse(line, { key: 'geo.ring' });
  return value.map((ring) => ringOf(ring, line, count));
}

function placeOf(geometry: unknown, line: number, count: Count): Place {
  const { type, coordinates } = isObject(geometry) ? geometry : {};
  if (type === 'Polygon') return [ringsOf(coordinates, line, count)];
  if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length > 0)
    return coordinates.map((polygon) => ringsOf(polygon, line, count));
  throw refuse(line, {
    key: 'geo.geometry',
    params: { type: typeof type === 'string' ? type.slice(0, 30) : '–' },
  });
}

/**
 * The places of a GeoJSON file. Anything else than polygons in degrees refuses it, with the number of the
 * feature and a reason: a map that is wrong in one place is not drawn.
 */
export function readGeoJson(bytes: Uint8Array): Feature[] {
  const file = parse(bytes);
  requireDegrees(file);
  const count: Count = { points: 0 };
  const features = featuresOf(file).map((feature, index) => {
    if (!isObject(feature)) throw refuse(index + 1, { key: 'geo.kind' });
    return {
      properties: propertiesOf(feature['properties']),
      place: placeOf(feature['geometry'], index + 1, count),
    };
  });
  if (features.length === 0) throw refuse(0, { key: 'geo.none' });
  return features;
}
