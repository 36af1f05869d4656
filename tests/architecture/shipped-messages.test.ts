import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesMatching, parsed, textOf } from './source-files.ts';

type Module = { said: string[]; imports: string[] };

/** What every scripted page has: its frame speaks these. Why something was refused is said by the server. */
const frame = new Set(['common']);

/** The namespaces that a module speaks itself, and what it draws in the browser with it. */
function moduleOf(file: string): Module {
  const said = [...textOf(file).matchAll(/useT\(\s*'(\w+)'\s*\)/g)].map(([, name]) => name!);
  const imports = parsed(file).statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) &&
    !statement.importClause?.isTypeOnly &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    /^#app\/(?!.*\.server\.ts$)/.test(statement.moduleSpecifier.text)
      ? [statement.moduleSpecifier.text.slice(1)]
      : [],
  );
  return { said, imports };
}

const modules = new Map(
  filesMatching('app/**/*.{ts,tsx}').map((file) => [file, moduleOf(file)] as const),
);

function spoken(file: string, seen = new Set<string>()): Set<string> {
  const found = modules.get(file);
  if (!found || seen.has(file)) return new Set();
  seen.add(file);
  return new Set([...found.said, ...found.imports.flatMap((each) => [...spoken(each, seen)])]);
}

describe('a page with script', () => {
  const pages = [...modules.keys()].filter((file) =>
    /^app\/routes\/.*export const handle = \{[^}]*\bscript:/s.test(file + textOf(file)),
  );

  it('exists', () => {
    expect(pages.length).toBeGreaterThan(5);
  });

  it.each(pages)('%s ships the messages that its components speak, and no others', (file) => {
    const list = /handle = \{[^}]*\bns: \[([^\]]*)\]/.exec(textOf(file))?.[1] ?? '';
    const shipped = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name!);
    const needed = [...spoken(file)].filter((name) => !frame.has(name));
    expect(shipped.toSorted()).toEqual(needed.toSorted());
  });
});
