import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps what was used last and lets go of the rest', () => {
  const recent = new Recent<string>(2);
  recent.set('a', 'A');
  recent.set('b', 'B');
  recent.get('a');
  recent.set('c', 'C');
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['A', undefined, 'C']);
});

it('never holds more than its weight, and nothing that is heavier by itself', () => {
  const recent = new Recent<string>(10);
  recent.set('a', 'A', 6);
  recent.set('b', 'B', 6);
  expect(recent.get('a')).toBeUndefined();
  recent.set('c', 'C', 11);
  expect([recent.get('b'), recent.get('c')]).toEqual(['B', undefined]);
  recent.set('b', 'B2', 1);
  recent.set('d', 'D', 9);
  expect([recent.get('b'), recent.get('d')]).toEqual(['B2', 'D']);
});
