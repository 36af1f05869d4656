import { expect, test } from 'vitest';
import { routeNamer } from './watch-stalls.server.ts';

test('a stall names the route, never what stands in the address', () => {
  const name = routeNamer(['ideas', ':id', 'apoyo', 'inscripciones', ':codigo']);
  expect(name('/ideas/01a2208c-57d6-77d2-bc86-a91c0916d3b0/apoyo?clave=secreta')).toBe(
    '/ideas/:/apoyo',
  );
  expect(name('/inscripciones/ABCD-1234.data')).toBe('/inscripciones/:');
  expect(name('/ideas.data')).toBe('/ideas.data');
  expect(name('/')).toBe('/');
});
