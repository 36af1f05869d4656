import { describe, expect, it } from 'vitest';
import { dataPolicies } from './data-policy.ts';
import { hashPolicy } from './hash-policy.server.ts';

/** Consent records name these hashes: a published text never changes, a new one is a new version. */
const published: Record<string, string> = {
  '1': 'e12487ac2a74d96695a4a1e74e9180062c801e61dcdc1d5c52dcaddfdc913704',
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
