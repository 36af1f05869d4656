/** The settings of an app that journeys visit: a demonstration, whatever is set for another. */
export function environmentOf(dataDir: string, port: number): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    LIMITES: '0',
    LOG_LEVEL: 'warn',
  };
  for (const name of [
    'HOST',
    'BASE_URL',
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'SMTP_URL',
    'FORCE_COLOR',
  ])
    delete env[name];
  return env;
}
