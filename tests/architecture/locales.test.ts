import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { filesMatching, parsed, textOf, walk } from './source-files.ts';

type Texts = Record<string, string>;
const names = (language: string) =>
  filesMatching(`locales/${language}/*.json`).map((file) => file.split('/')[2]!);
const read = (language: string, name: string) =>
  JSON.parse(textOf(`locales/${language}/${name}`)) as Texts;
/** A key as code asks for it: plural forms stand together; a lone `choose_one` is no plural. */
const base = (key: string, texts: Texts) => {
  const stem = key.replace(/_(zero|one|many|other)$/, '');
  return `${stem}_one` in texts && `${stem}_other` in texts ? stem : key;
};
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)].map((match) => match[1]!);

/**
 * The placeholders of a message over all its plural forms; each form may leave some out ("una
 * idea").
 */
function placeholdersOf(texts: Texts): Record<string, string[]> {
  const found: Record<string, Set<string>> = {};
  for (const [key, text] of Object.entries(texts))
    for (const name of placeholders(text)) (found[base(key, texts)] ??= new Set()).add(name);
  return Object.fromEntries(Object.entries(found).map(([key, set]) => [key, [...set].sort()]));
}

/**
 * What the app's code writes between quotes, and its templates as patterns (`kind.${kind}.title`).
 */
function writtenInCode(): { literals: Set<string>; patterns: RegExp[] } {
  if (written) return written;
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of filesMatching('app/**/*.{ts,tsx}', 'db/seeds/**/*.ts')) {
    if (/\.test\.tsx?$/.test(file)) continue;
    walk(parsed(file), (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text.split('|')[0]!);
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) literals.add(node.name.text);
      if (ts.isTemplateExpression(node)) {
        const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
        // `too_long|max=${max}` is the key before the bar with its parameters.
        if (node.head.text.includes('|')) literals.add(node.head.text.split('|')[0]!);
        if (
          !parts.some((part) => /[a-z]{3}/.test(part)) ||
          parts.some((part) => /[\s/<|]/.test(part))
        )
          return;
        patterns.push(
          new RegExp(
            `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`,
          ),
        );
      }
    });
  }
  return (written = { literals, patterns });
}

let written: { literals: Set<string>; patterns: RegExp[] } | undefined;

describe('languages', () => {
  it('have the same files', () => {
    expect(names('en')).toEqual(names('es'));
  });

  describe.each(names('es'))('%s', (name) => {
    const es = read('es', name);
    const en = read('en', name);

    it('has the same keys in both', () => {
      expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort());
    });

    it('has a text for every key', () => {
      const empty = [es, en].flatMap((texts) =>
        Object.entries(texts)
          .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
          .map(([key]) => key),
      );
      expect(empty).toEqual([]);
    });

    it('names the same placeholders in both', () => {
      expect(placeholdersOf(en)).toEqual(placeholdersOf(es));
    });

    it('has both plural forms wherever it has one', () => {
      const asked = writtenInCode().literals;
      const halves = Object.keys(es).filter(
        (key) => /_(one|many|other)$/.test(key) && base(key, es) === key && !asked.has(key),
      );
      expect(halves).toEqual([]);
    });
  });

  it('say nothing that nobody reads: every key is used in the code', () => {
    const { literals, patterns } = writtenInCode();
    const unused = names('es').flatMap((name) =>
      Object.keys(read('es', name))
        .map((key) => base(key, read('es', name)))
        .filter(
          (key) =>
            !literals.has(key) &&
            !literals.has(key.replace(/\.next$/, '')) &&
            !patterns.some((pattern) => pattern.test(key)),
        )
        .map((key) => `${name.replace('.json', '')}:${key}`),
    );
    expect([...new Set(unused)]).toEqual([]);
  });

  it('have a line in `flash` for everything that an act says on the next page', () => {
    const said = filesMatching('app/routes/*.tsx').flatMap((file) =>
      [...textOf(file).matchAll(/\bnotice: '(\w+)'/g)].map(([, key]) => `notice.${key}`),
    );
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((key) => !(key in read('es', 'flash.json')))).toEqual([]);
  });
});
