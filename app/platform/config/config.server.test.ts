import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'convite-config-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const embedded = { DATA_DIR: dataDir };
const server = { DATABASE_URL: 'postgres://web@db/convite', APP_SECRET: 'x'.repeat(32) };
const wrong = (env: Record<string, string>) => {
  try {
    readConfig(env as unknown as NodeJS.ProcessEnv);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return undefined;
};
const read = (env: Record<string, string>) => readConfig(env as unknown as NodeJS.ProcessEnv);

describe('settings', () => {
  it('without any, are a demonstration on loopback with an embedded database', () => {
    expect(read(embedded)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      embedded: true,
      demo: true,
      limits: true,
    });
  });

  it('keep one secret of the embedded installation, readable by its owner alone', () => {
    const first = read(embedded).appSecret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(read(embedded).appSecret).toBe(first);
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
    expect(readdirSync(dataDir)).toEqual(['secret']);
  });

  it.each([
    ['empty', ''],
    ['cut short', `${'x'.repeat(31)}\n`],
  ])('refuse a kept secret that is %s, and leave it there', (name, text) => {
    const folder = join(dataDir, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'secret'), text);
    expect(wrong({ DATA_DIR: folder })).toMatch(/^DATA_DIR: .* \/ it is empty or cut short/);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(text);
  });

  it('with a database of one’s own, are no demonstration and listen everywhere', () => {
    expect(read(server)).toMatchObject({
      embedded: false,
      demo: false,
      host: '0.0.0.0',
      rolesSeparated: false,
    });
    expect(
      read({ ...server, DATABASE_OWNER_URL: 'postgres://owner@db/convite' }).rolesSeparated,
    ).toBe(true);
  });

  it('count an empty text as absent', () => {
    expect(read({ ...server, SMTP_URL: '', PORT: '' })).toMatchObject({
      port: 3000,
      smtpUrl: undefined,
    });
  });

  it.each([
    ['PORT', { ...embedded, PORT: 'http' }],
    ['PORT', { ...embedded, PORT: '70000' }],
    ['DATABASE_URL', { ...embedded, DATABASE_URL: 'mysql://x' }],
    ['APP_SECRET', { DATABASE_URL: server.DATABASE_URL }],
    ['APP_SECRET', { ...server, APP_SECRET: 'short' }],
    ['LIMITES', { ...server, LIMITES: '0' }],
    ['DEMO_PUBLIC', { ...embedded, HOST: '0.0.0.0' }],
    ['SMTP_URL', { ...server, SMTP_URL: 'mail.example' }],
    ['TRUST_PROXY', { ...server, TRUST_PROXY: '-1' }],
    ['LOG_LEVEL', { ...server, LOG_LEVEL: 'loud' }],
    ['DEMO', { ...server, DEMO: 'yes' }],
  ])('stop the start with a line that names %s', (name, env) => {
    expect(wrong(env)).toMatch(new RegExp(`^${name}: .+ / .+$`));
  });
});
