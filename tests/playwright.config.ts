import { defineConfig } from '@playwright/test';
import { findChromium, launchFlags } from './e2e/chromium.ts';

const json = process.env['JOURNEYS_REPORT'];

/**
 * Journeys in a real Chromium. They share one demonstration: each works on things and people of its
 * own.
 */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './e2e/app.setup.ts',
  workers: Number(process.env['E2E_WORKERS'] ?? 2),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(json ? ([['json', { outputFile: json }]] as ['json', { outputFile: string }][]) : []),
  ],
  use: {
    locale: 'es-CO',
    timezoneId: 'America/Bogota',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // A state is looked at as it ends up, not on its way there.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: { executablePath: findChromium(), args: launchFlags },
  },
});
