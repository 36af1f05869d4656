import { expect, it } from 'vitest';
import { isNodeTooOld, oldestNode } from './oldest-node.js';

it('the oldest Node that will do is told from older ones by numbers, not by letters', () => {
  const ask = (versions: string[]) => versions.map((version) => isNodeTooOld(version));
  expect(ask(['20.19.5', '22.9.0', '22.17.1', '9.11.2'])).toEqual([true, true, true, true]);
  expect(ask([`${oldestNode}.0`, '22.21.0', '23.0.0', '24.21.0', '100.0.0'])).toEqual(
    Array(5).fill(false),
  );
  expect(isNodeTooOld()).toBe(false);
});
