import { describe, expect, it } from 'vitest';
import { isMetricsReader } from './metrics.server.ts';

describe('the metrics', () => {
  it('are for this machine alone while there is no token', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(isMetricsReader(undefined, null, address)).toBe(true);
    expect(isMetricsReader(undefined, 'Bearer x', '10.0.0.7')).toBe(false);
  });

  it('are for who brings the token once there is one', () => {
    expect(
      isMetricsReader('a-token-of-enough-length', 'Bearer a-token-of-enough-length', '10.0.0.7'),
    ).toBe(true);
    expect(isMetricsReader('a-token-of-enough-length', 'Bearer another', '127.0.0.1')).toBe(false);
    expect(isMetricsReader('a-token-of-enough-length', null, '127.0.0.1')).toBe(false);
  });
});
