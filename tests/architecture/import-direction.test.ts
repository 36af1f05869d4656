import { cruise, type ICruiseResult } from 'dependency-cruiser';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { importRules, slices } from './import-rules.ts';
import { filesMatching, parsed, placeOf, root, walk } from './source-files.ts';

let result: ICruiseResult;

beforeAll(async () => {
  const { output } = await cruise(
    ['app', 'db', 'tests'],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: importRules },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^build/|virtual:)' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
      conditionNames: ['import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
    },
  );
  result = output as ICruiseResult;
}, 120_000);

describe('imports', () => {
  it('are all seen', () => {
    const seen = new Set(result.modules.map((module) => module.source));
    expect(filesMatching('app/**/*.{ts,tsx}').filter((file) => !seen.has(file))).toEqual([]);
  });

  it.each(importRules.map((rule) => [rule.name, rule.comment] as const))('%s: %s', (name) => {
    const violations = result.summary.violations.filter(
      (violation) => violation.rule.name === name,
    );
    expect(
      violations.map(
        (violation) =>
          `${violation.from} → ` +
          `${violation.to}${violation.cycle ? ` (${violation.cycle.map((step) => step.name).join(' → ')})` : ''}`,
      ),
    ).toEqual([]);
  });

  it('of plain modules from markup go through #app, so that the server build shares them with the worker', () => {
    const wrong: string[] = [];
    for (const file of filesMatching('app/**/*.tsx')) {
      if (/\.test\.tsx$/.test(file)) continue;
      const source = parsed(file);
      walk(source, (node) => {
        if (
          (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
          node.moduleSpecifier &&
          ts.isStringLiteral(node.moduleSpecifier)
        ) {
          const name = node.moduleSpecifier.text;
          if (name.startsWith('.') && !/\.css(\?url)?$/.test(name))
            wrong.push(`${placeOf(source, node)} imports ${name}`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });
});

describe('slices', () => {
  it('are those of the architecture', () => {
    const present = new Set(
      filesMatching('app/domains/*/**/*.{ts,tsx}').map((file) => file.split('/')[2]!),
    );
    expect([...present].filter((slice) => !(slices as readonly string[]).includes(slice))).toEqual(
      [],
    );
  });

  it('hold only the kinds of file that the architecture names', () => {
    const kinds = [
      // Pure: types, rules, policy, schema, jobs, or the name of a topic.
      /^[a-z0-9]+(-[a-z0-9]+)*(\.(types|rules|policy|schema))?(\.test)?\.ts$/,
      // Impure: a verb and a noun, or one of five fixed names.
      /^([a-z0-9]+(-[a-z0-9]+)*\.)?store\.server\.ts$/,
      /^(jobs|sweeps|notify|personal-data|subjects)\.server\.ts$/,
      /^[a-z0-9]+(-[a-z0-9]+)+\.server\.ts$/,
      /^(ui|emails)\/[a-z0-9-]+(\.test)?\.tsx?$/,
    ];
    const within = (file: string) => file.split('/').slice(3).join('/');
    expect(
      filesMatching('app/domains/**/*.{ts,tsx}').filter(
        (file) => !kinds.some((kind) => kind.test(within(file))),
      ),
    ).toEqual([]);
    expect(filesMatching('app/**/{utils,helpers,common,index,misc}.{ts,tsx}')).toEqual([]);
  });

  it('write SQL in their stores only', () => {
    const verbs = new Set([
      'selectFrom',
      'insertInto',
      'updateTable',
      'deleteFrom',
      'mergeInto',
      'replaceInto',
    ]);
    const wrong: string[] = [];
    for (const file of filesMatching('app/domains/**/*.ts', 'app/routes/**/*.{ts,tsx}')) {
      if (/[./]store\.server\.ts$|\.test\.ts$/.test(file)) continue;
      const source = parsed(file);
      walk(source, (node) => {
        if (ts.isPropertyAccessExpression(node) && verbs.has(node.name.text))
          wrong.push(placeOf(source, node));
      });
    }
    expect(wrong).toEqual([]);
  });
});
