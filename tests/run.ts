import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium, installChromium } from './e2e/chromium.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * `npm test`: every part with its time, the checks two at a time; a failing part does not keep the
 * next from running. The last line is `N passed, N failed`. `--only unit,integration` chooses
 * parts, `--long` runs the long forms.
 */

type Count = { passed: number; failed: number; skipped?: number };
type Part = {
  name: string;
  args: string[];
  minutes: number;
  /** A build or check that is shown only when it fails, so that two can run side by side. */
  quiet?: boolean;
  env?: NodeJS.ProcessEnv | Record<string, string | undefined>;
  /** Refuses to run, with a line that says what is missing. */
  needs?: () => string | undefined;
  count: (exitCode: number) => Count;
};

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = temporaryFolder('reports');
const say = (line: string) => void process.stdout.write(`${line}\n`);

const { values: options } = parseArgs({
  options: { long: { type: 'boolean', default: false }, only: { type: 'string' } },
});

const check = (name: string, minutes: number, ...args: string[]): Part => ({
  name,
  args,
  minutes,
  quiet: true,
  count: (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/** A report that is missing or says nothing of a failing run is itself a failure. */
function atLeastOneFailure(count: Count, exitCode: number): Count {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function vitest(name: string, minutes: number, env: Record<string, string> = {}): Part {
  const file = join(reports, `${name}.json`);
  return {
    name,
    minutes,
    env,
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      '--passWithNoTests',
    ],
    count: (exitCode) => {
      if (!existsSync(file)) return { passed: 0, failed: 1 };
      const report = JSON.parse(readFileSync(file, 'utf8')) as {
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        testResults: { status: string; assertionResults: { status: string }[] }[];
      };
      const brokenFiles = report.testResults.filter(
        (result) =>
          result.status === 'failed' &&
          !result.assertionResults.some((test) => test.status === 'failed'),
      ).length;
      return atLeastOneFailure(
        {
          passed: report.numPassedTests,
          failed: report.numFailedTests + brokenFiles,
          skipped: report.numPendingTests,
        },
        exitCode,
      );
    },
  };
}

function journeys(): Part {
  const file = join(reports, 'journeys.json');
  return {
    name: 'journeys',
    minutes: 25,
    args: [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/playwright.config.ts',
    ],
    env: {
      JOURNEYS_REPORT: file,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' }),
    },
    needs: () =>
      (findChromium() ?? installChromium(say))
        ? undefined
        : 'No Chromium: install it (apt-get install chromium) or name one in CHROMIUM_PATH.',
    count: (exitCode) => {
      if (!existsSync(file)) return { passed: 0, failed: 1 };
      const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      };
      return atLeastOneFailure(
        { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
        exitCode,
      );
    },
  };
}

// The longest first: beside it the others fit.
const all: Part[] = [
  check('typecheck', 10, 'node_modules/typescript/bin/tsc', '--noEmit'),
  check(
    'lint',
    10,
    'node_modules/eslint/bin/eslint.js',
    '.',
    '-c',
    'tests/eslint.config.js',
    '--max-warnings',
    '0',
  ),
  check(
    'build',
    10,
    'node_modules/@remix-run/dev/dist/cli.js',
    'vite:build',
    '--config',
    'remix.config.js',
  ),
  check(
    'layout',
    5,
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '.',
  ),
  vitest('unit', 8),
  vitest('architecture', 12),
  vitest('integration', 20, options.long ? { FUZZ_SECONDS: '3600' } : {}),
  journeys(),
  ...(options.long ? [vitest('faults', 15)] : []),
];

let interrupted = false;

/**
 * Runs a part in a process group of its own, so that nothing of it is left when it takes too long.
 */
async function run(part: Part): Promise<number> {
  const child = spawn(process.execPath, part.args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', part.quiet ? 'pipe' : 'inherit', part.quiet ? 'pipe' : 'inherit'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
      ...part.env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, name);
    } catch {
      // it has ended
    }
  };
  const forward = () => {
    interrupted = true;
    signal('SIGTERM');
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const minutes = part.minutes * (options.long ? 4 : 1);
  const tooLong = setTimeout(() => {
    say(`${part.name} takes longer than ${minutes} minutes: stopped`);
    signal('SIGTERM');
    setTimeout(() => signal('SIGKILL'), 15_000).unref();
  }, minutes * 60_000);
  const exitCode = await new Promise<number>((done) => {
    child.once('error', (error) => {
      output += error.message;
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
  clearTimeout(tooLong);
  process.off('SIGINT', forward).off('SIGTERM', forward);
  if (part.quiet && exitCode !== 0) say(output.trim());
  return exitCode;
}

const wanted = options.only?.split(',').map((name) => name.trim());
const unknown = wanted?.filter((name) => !all.some((part) => part.name === name)) ?? [];
if (unknown.length > 0) {
  say(`Unknown part: ${unknown.join(', ')}. There are ${all.map((part) => part.name).join(', ')}.`);
  process.exit(1);
}

const chosen = all.filter((part) => !wanted || wanted.includes(part.name));
const total: Count = { passed: 0, failed: 0 };
const summary: string[] = [];
const began = Date.now();

const timed = (name: string, since: number) =>
  `${name.padEnd(13)} ${((Date.now() - since) / 1000).toFixed(1).padStart(7)} s`;

async function runAndCount(part: Part): Promise<void> {
  const start = Date.now();
  if (!part.quiet) say(`\n── ${part.name}`);
  const missing = part.needs?.();
  if (missing) say(missing);
  const count = missing ? { passed: 0, failed: 1 } : part.count(await run(part));
  total.passed += count.passed;
  total.failed += count.failed;
  const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
  const line =
    `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${timed(part.name, start)}` +
    `   ${count.passed} passed, ${count.failed} failed${skipped}`;
  summary.push(line);
  say(line);
}

/** Runs parts in their order, so many at a time. */
async function runAll(parts: Part[], atATime: number): Promise<void> {
  const waiting = [...parts];
  const lane = async () => {
    for (let part = waiting.shift(); part && !interrupted; part = waiting.shift())
      await runAndCount(part);
  };
  await Promise.all(Array.from({ length: atATime }, lane));
}

await runAll(
  chosen.filter((part) => part.quiet),
  2,
);
await runAll(
  chosen.filter((part) => !part.quiet),
  1,
);

say(`\n${summary.join('\n')}`);
say(`     ${timed('all', began)}\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
