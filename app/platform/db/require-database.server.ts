import pg from 'pg';
import { first } from '#app/kernel/certain.ts';
import { wrong, type ConfigError } from '#app/platform/config/config-error.ts';

const reasons: Record<string, readonly [string, string]> = {
  ECONNREFUSED: ['nadie responde ahí', 'nobody answers there'],
  ENOTFOUND: ['esa máquina no existe', 'there is no such machine'],
  EAI_AGAIN: ['esa máquina no se encuentra', 'that machine is not found'],
  EHOSTUNREACH: ['esa máquina no se alcanza', 'that machine cannot be reached'],
  ETIMEDOUT: ['no responde a tiempo', 'it does not answer in time'],
  ERR_INVALID_URL: ['la dirección no se entiende', 'the address makes no sense'],
  '28P01': ['la clave no es esa', 'the password is not that one'],
  '28000': ['ese usuario no puede entrar', 'that user may not log in'],
  '3D000': ['esa base de datos no existe', 'there is no such database'],
  '57P03': ['está arrancando; vuelve a intentarlo', 'it is starting; try again'],
  '53300': ['no admite más conexiones', 'it takes no more connections'],
};

function noAnswer(setting: string, place: string, error: NodeJS.ErrnoException): ConfigError {
  const late = /timeout/.test(error.message) ? 'ETIMEDOUT' : undefined;
  const code = late ?? error.code ?? first(error.message.split('\n'));
  const [spanish, english] = reasons[code] ?? [code, code];
  return wrong(
    setting,
    `no se puede entrar en la base de datos${place}: ${spanish}`,
    `the database cannot be entered: ${english}`,
  );
}

/** Connects once to each database that the settings name; the first that cannot be entered ends the start. */
export async function requireDatabases(urls: Record<string, string | undefined>): Promise<void> {
  for (const [setting, url] of Object.entries(urls)) {
    if (url === undefined) continue;
    let client: pg.Client | undefined;
    try {
      client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
      client.on('error', () => undefined);
      await client.connect();
    } catch (error) {
      const place = client ? ` (${client.host}:${client.port})` : '';
      throw noAnswer(setting, place, error as NodeJS.ErrnoException);
    } finally {
      await client?.end().catch(() => undefined);
    }
  }
}
