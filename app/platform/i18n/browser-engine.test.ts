import fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserEngine } from './browser-engine.ts';
import { i18nextEngine } from './i18next-engine.server.ts';
import { locales, namespaces, type MessageParams } from './messages.ts';
import { readBundle } from './translators.server.ts';

const value = fc.oneof(
  fc.constantFrom<string | number>(0, 1, 2, 1.5, 1_000_000, '', '$&', '{{n}}', 'José & María'),
  fc.integer(),
  fc.string(),
);

test.each(locales)('the browser says every message as i18next does (%s)', (locale) => {
  const bundle = readBundle(locale);
  const [browser, server] = [browserEngine(locale, bundle), i18nextEngine(locale, bundle)];
  let said = 0;
  for (const namespace of namespaces) {
    const messages = bundle[namespace] ?? {};
    const [ours, theirs] = [browser(namespace), server(namespace)];
    for (const key of Object.keys(messages)) {
      const asked = key.replace(/_(zero|one|many|other)$/, '');
      const forms = [key, `${asked}_zero`, `${asked}_one`, `${asked}_other`].map(
        (form) => messages[form] ?? '',
      );
      const names = [...forms.join().matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);
      const params = fc.record<MessageParams>(
        Object.fromEntries(
          [...names, ...(asked === key ? [] : ['count'])].map((name) => [
            name,
            name === 'count' ? fc.oneof(fc.constantFrom(0, 1, 2, 1_000_000), fc.nat()) : value,
          ]),
        ),
      );
      fc.assert(
        fc.property(params, (given) => ours(asked, given) === theirs(asked, given)),
        { numRuns: names.length > 0 || asked !== key ? 8 : 1 },
      );
      expect(ours(key)).toBe(theirs(key));
      said += 1;
    }
  }
  expect(said).toBeGreaterThan(1500);
  expect(browser('common')('no such key')).toBe('no such key');
});

test('a round million has its form, or the plural', () => {
  const bundle = { common: { people_one: 'una persona', people_other: '{{n}} personas' } };
  for (const engine of [browserEngine, i18nextEngine])
    expect(engine('es', bundle)('common')('people', { count: 1_000_000, n: '1.000.000' })).toBe(
      '1.000.000 personas',
    );
});
