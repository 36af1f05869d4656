import { describe, expect, it } from 'vitest';
import { dataPolicies } from './data-policy.ts';
import { hashPolicy } from './hash-policy.server.ts';

/** Consent records name these hashes: a published text never changes, a new one is a new version. */
const published: Record<string, string> = {
  '1': '6f18489793f4a30785f61c7a95837bb0d0646376eeba6fac183df9c7c7a291da',
};

describe('data policies', () => {
  it.each(dataPolicies.map((policy) => [policy.version, policy] as const))(
    'version %s is as it was published',
    (version, policy) => {
      expect(hashPolicy(policy)).toBe(published[version]);
    },
  );

  it('say the same in both languages', () => {
    for (const { sections } of dataPolicies)
      expect(sections.en.map((section) => section.paragraphs.length)).toEqual(
        sections.es.map((section) => section.paragraphs.length),
      );
  });

  it('go from new to old', () => {
    const days = dataPolicies.map((policy) => policy.validFrom);
    expect(days).toEqual([...days].sort().reverse());
  });
});
