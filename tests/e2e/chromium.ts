import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/**
 * Where a Chromium is: the one named in CHROMIUM_PATH, the system's, or Playwright's own. One
 * without windows does the same with less.
 */
export function findChromium(): string | undefined {
  const places = [
    process.env['CHROMIUM_PATH'],
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    chromium.executablePath(),
  ];
  return places.find((path) => path && existsSync(path));
}

/**
 * Installs a Chromium when there is none: through the system's package manager when root, else
 * through Playwright.
 */
export function installChromium(say: (line: string) => void): string | undefined {
  const attempts: [string, string[]][] = [
    ...(isRoot && existsSync('/usr/bin/apt-get')
      ? ([
          ['apt-get', ['update', '-qq']],
          ...['chromium-headless-shell', 'chromium'].map((name) => [
            'apt-get',
            ['install', '-y', '-qq', '--no-install-recommends', name],
          ]),
        ] as [string, string[]][])
      : []),
    [
      process.execPath,
      ['node_modules/playwright/cli.js', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'],
    ],
  ];
  for (const [command, args] of attempts) {
    say(`No Chromium found: ${command} ${args.join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const found = findChromium();
    if (found) return found;
  }
  return undefined;
}

/** Root cannot use Chromium's sandbox; what reaches out by itself is off. */
export const launchFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
