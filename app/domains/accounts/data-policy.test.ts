import { describe, expect, it } from 'vitest';
import { dataPolicies } from './data-policy.ts';
import { hashPolicy } from './hash-policy.server.ts';
import { termsOfUse } from './terms-of-use.ts';

/** Consent records name hashes of the policy: a published text never changes, a new one is a new version. */
const published: Record<string, Record<string, string>> = {
  policy: { '1': 'd80d400a87d8f613ff6a86b3036b140a639d943b85f1954cd53e4eee7625c7f3' },
  terms: { '1': '1b901689e3e33ddc3f061c49daf2bb7a6cc07f851190b8d1a248f524cfc53784' },
};

describe.each([
  ['policy', dataPolicies],
  ['terms', termsOfUse],
] as const)('versions of the %s', (name, versions) => {
  it.each(versions.map((text) => [text.version, text] as const))(
    'version %s is as it was published',
    (version, text) => {
      expect(hashPolicy(text)).toBe(published[name]![version]);
    },
  );

  it('say the same in both languages', () => {
    for (const { sections } of versions)
      expect(sections.en.map((section) => section.paragraphs.length)).toEqual(
        sections.es.map((section) => section.paragraphs.length),
      );
  });

  it('go from new to old', () => {
    const days = versions.map((text) => text.validFrom);
    expect(days).toEqual([...days].sort().reverse());
  });
});
