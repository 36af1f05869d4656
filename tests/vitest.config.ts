import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Settings of a process under test; databases are given by `freshDatabase()`. */
const env = {
  NODE_ENV: 'test',
  TZ: 'UTC',
  DATABASE_URL: 'postgres://none@127.0.0.1:1/none',
  APP_SECRET: 'a-secret-that-only-the-tests-know-0123456789',
  BASE_URL: 'http://localhost:3000',
  DEMO: '1',
  LIMITES: '0',
  LOG_LEVEL: 'silent',
} as const;

/**
 * Three parts: pure functions; the house's own rules; commands and loaders against a real
 * PostgreSQL.
 */
export default defineConfig({
  root,
  cacheDir: here('../node_modules/.cache/vitest'),
  test: {
    root,
    watch: false,
    reporters: ['default'],
    // A file a core; vitest would leave one free.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          env,
          setupFiles: [here('./bogota.ts')],
          // What takes a second may take twenty on a machine that does much else.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          env,
          setupFiles: [here('./bogota.ts')],
          globalSetup: here('./integration/cluster.setup.ts'),
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          env,
          setupFiles: [here('./bogota.ts')],
          globalSetup: here('./integration/cluster.setup.ts'),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // The long forms: crash, restart, bad input (`npm run test:long`).
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          env,
          setupFiles: [here('./bogota.ts')],
          globalSetup: here('./integration/cluster.setup.ts'),
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
