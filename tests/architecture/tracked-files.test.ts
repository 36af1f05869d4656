import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const tracked = execFileSync(
  'git',
  ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((file) => file !== '' && statSync(`${root}${file}`, { throwIfNoEntry: false })?.isFile());
const texts = tracked.filter(
  (file) => !/\.(png|jpe?g|webp|avif|gif|ico|woff2?|pdf|wasm|gz)$/.test(file),
);

/** Lines of the tracked files that match, as `file:line`. */
function linesWith(pattern: RegExp, files = texts): string[] {
  return files.flatMap((file) =>
    readFileSync(`${root}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) ? [`${file}:${i + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}

describe('tracked files', () => {
  it('keep the top level short', () => {
    const allowed = [
      '.ci',
      '.editorconfig',
      '.git-blame-ignore-revs',
      '.gitattributes',
      '.gitignore',
      '.npmrc',
      '.prettierignore',
      '.prettierrc.json',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'app',
      'db',
      'locales',
      'package-lock.json',
      'package.json',
      'public',
      'remix.config.js',
      'tests',
      'tsconfig.json',
    ];
    expect(
      [...new Set(tracked.map((file) => file.split('/')[0]!))].filter(
        (name) => !allowed.includes(name),
      ),
    ).toEqual([]);
  });

  it('name no path of one machine', () => {
    const machine = new RegExp(
      `(^|[\\s'"\`(=:])/(${['work', 'home', 'root', 'Users'].join('|')})/[\\w.-]`,
    );
    expect(linesWith(machine)).toEqual([]);
  });

  it('name no host of a package registry', () => {
    const registry = /registry\.npmjs|^\s*"resolved":/;
    expect(linesWith(registry)).toEqual([]);
  });

  it('hold no leftover of work in progress', () => {
    const leftover = /\b(TODO|FIXME|XXX)\b|^(<{7}|>{7}) /;
    expect(
      linesWith(
        leftover,
        texts
          .filter((file) => /^(app|db|tests|locales)\//.test(file))
          .filter((file) => file !== 'tests/architecture/tracked-files.test.ts'),
      ),
    ).toEqual([]);
  });

  it('hold no data of an installation', () => {
    expect(
      tracked.filter((file) => /(^|\/)(\.data|build|node_modules|test-results)\//.test(file)),
    ).toEqual([]);
  });
});
