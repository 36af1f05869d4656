import { expect, test } from 'vitest';
import { i18nextEngine } from './i18next-engine.server.ts';
import { locales, type Namespace } from './messages.ts';
import { readBundle } from './translators.server.ts';

/** Headings and counts of pages that a new city opens with nothing in them. */
const counted: [Namespace, string][] = [
  ['ideas', 'list.heading'],
  ['proposals', 'list.heading'],
  ['circle', 'page.heading'],
  ['monitoring', 'page.heading'],
  ['plan', 'list.heading'],
  ['plan', 'commitment.ideas'],
  ['plan', 'detail.milestones.title'],
  ['pages', 'home.commitments.title'],
  ['transparency', 'page.heading'],
];

test.each(locales)(
  'where there is nothing yet, pages say what comes and count no zero (%s)',
  (locale) => {
    const say = i18nextEngine(locale, readBundle(locale));
    for (const [namespace, key] of counted) {
      const text = say(namespace)(key, { count: 0, n: '0', decided: 0 });
      expect.soft(text, `${namespace}:${key}`).not.toMatch(/\b0\b/);
      expect.soft(text, `${namespace}:${key}`).not.toBe(key);
      expect.soft(say(namespace)(key, { count: 2, n: '2', decided: 1 })).not.toBe(text);
    }
  },
);
