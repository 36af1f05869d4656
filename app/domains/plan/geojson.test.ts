import { describe, expect, it } from 'vitest';
import { SheetRefused } from '#app/platform/spreadsheets/types.ts';
import { outlineLimits, readGeoJson } from './geojson.ts';

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const square = [
  [-80, -2],
  [-79, -2],
  [-79, -1],
  [-80, -2],
];
const feature = (geometry: unknown, properties: unknown = { COD: 1 }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const polygon = { type: 'Polygon', coordinates: [square] };

/** Why a file is refused. */
function whyNot(value: unknown): string {
  try {
    readGeoJson(bytes(value));
  } catch (error) {
    if (error instanceof SheetRefused) return error.problems[0]?.key ?? '';
    throw error;
  }
  return 'taken';
}

describe('outlines of a file', () => {
  it('are polygons with what they say of themselves', () => {
    const both = collection(
      feature(polygon, { COD: 1, nombre: ' Río ', lista: [1], nada: null }),
      feature({ type: 'MultiPolygon', coordinates: [[square], [square]] }, null),
    );
    expect(readGeoJson(bytes(both))).toEqual([
      { properties: { COD: '1', nombre: 'Río' }, place: [[square]] },
      { properties: {}, place: [[square], [square]] },
    ]);
    expect(readGeoJson(bytes(feature(polygon)))).toHaveLength(1);
    expect(readGeoJson(bytes(`\ufeff${JSON.stringify(both)}`))).toHaveLength(2);
  });

  const ring = (points: unknown[]) =>
    collection(feature({ type: 'Polygon', coordinates: [points] }));
  const metres = square.map(([x = 0, y = 0]) => [x * 1000 + 990_000, y * 1000 + 1_000_000]);
  const long = Array.from({ length: outlineLimits.points + 1 }, () => [1, 1]);
  const crs = (name: unknown) => ({
    ...collection(feature(polygon)),
    crs: { type: 'name', properties: { name } },
  });
  it.each([
    ['no JSON', 'Código;Nombre', 'geo.kind'],
    ['nothing', '', 'geo.kind'],
    ['a list', [], 'geo.kind'],
    ['a thousand brackets', '['.repeat(100_000), 'geo.kind'],
    ['other JSON', { a: 1 }, 'geo.kind'],
    ['TopoJSON', { type: 'Topology', objects: {} }, 'geo.topology'],
    ['no places', collection(), 'geo.none'],
    ['a point', collection(feature({ type: 'Point', coordinates: [1, 2] })), 'geo.geometry'],
    ['no geometry', collection(feature(null)), 'geo.geometry'],
    ['something else as a place', collection(7), 'geo.kind'],
    ['metres', ring(metres), 'geo.metres'],
    ['NaN as text', ring([['NaN', 1], ...square]), 'geo.number'],
    ['a number too large', JSON.stringify(ring(square)).replace('-80', '1e999'), 'geo.number'],
    ['nested garbage', ring([[[[1]]], ...square]), 'geo.number'],
    ['too few points', ring(square.slice(0, 3)), 'geo.ring'],
    ['no ring', collection(feature({ type: 'Polygon', coordinates: 'x' })), 'geo.ring'],
    ['too many points', ring(long), 'geo.points'],
    ['a system in metres', crs('urn:ogc:def:crs:EPSG::3116'), 'geo.crs'],
    ['a system that is no text', crs({}), 'geo.crs'],
    ['degrees', crs('urn:ogc:def:crs:OGC:1.3:CRS84'), 'taken'],
    ['MAGNA-SIRGAS', crs('urn:ogc:def:crs:EPSG::4686'), 'taken'],
  ])('with %s', (_, value, why) => expect(whyNot(value)).toBe(why));

  it('of forty thousand points are read', () => {
    const round = Array.from({ length: 40_000 }, (__, index) => {
      const turn = (index / 39_999) * 2 * Math.PI;
      return [Math.cos(turn), Math.sin(turn)];
    });
    expect(whyNot(ring(round))).toBe('taken');
  });
});
