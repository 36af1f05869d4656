import { accessSync, constants, existsSync } from 'node:fs';
import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { config } from '#app/platform/config/config.server.ts';
import { isNodeTooOld, oldestNode } from '#app/platform/config/oldest-node.js';
import { getDb, type Db } from '#app/platform/db/db.server.ts';
import { isReady } from '#app/platform/db/check-ready.server.ts';
import { countUncertainMail, findWaitingMail } from '#app/platform/mail/count-mail.server.ts';
import { withDatabase } from './command.server.ts';

export type Check = { nombre: string; estado: 'bien' | 'aviso' | 'mal'; detalle: string };

/** A check whose answer is that all is well, that somebody should look, or that it does not work. */
export const good = (nombre: string, detalle: string): Check => ({
  nombre,
  estado: 'bien',
  detalle,
});
export const note = (nombre: string, detalle: string): Check => ({
  nombre,
  estado: 'aviso',
  detalle,
});
const bad = (nombre: string, detalle: string): Check => ({ nombre, estado: 'mal', detalle });

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What an installation needs, checked for real: runtime, settings, data folder, database, roles,
 * migrations, queue, mail; and what the slices ask of a database that can be read.
 */
export async function checkEnvironment(
  ofSlices: readonly ((db: Db) => Promise<Check>)[],
): Promise<Check[]> {
  const settings = config();
  const checks: Check[] = [
    isNodeTooOld()
      ? bad('node', `${process.versions.node}; se necesita ${oldestNode} o una posterior`)
      : good('node', process.versions.node),
    good('configuracion', settings.embedded ? 'PostgreSQL incluido' : 'PostgreSQL propio'),
    existsSync(settings.dataDir) && !writable(settings.dataDir)
      ? bad('carpeta_de_datos', `${settings.dataDir} no se puede escribir`)
      : good('carpeta_de_datos', settings.dataDir),
    mailCheck(settings),
    settings.embedded || settings.rolesSeparated
      ? good('roles', 'los procesos web usan un rol sin permisos de dueño')
      : note('roles', 'sin DATABASE_OWNER_URL la separación de roles no está en vigor'),
    settings.baseUrl.startsWith('https:') || settings.demo
      ? good('direccion', settings.baseUrl)
      : note('direccion', `${settings.baseUrl} no usa https`),
  ];
  try {
    checks.push(
      ...(await withDatabase(async () => [
        ...(await databaseChecks()),
        ...((await isReady())
          ? await Promise.all(ofSlices.map(async (check) => await check(getDb())))
          : []),
      ])),
    );
  } catch (error) {
    checks.push(bad('base_de_datos', error instanceof Error ? error.message : String(error)));
  }
  return checks;
}

function mailCheck({ smtpUrl, demo }: Pick<ReturnType<typeof config>, 'smtpUrl' | 'demo'>): Check {
  if (smtpUrl) return good('correo', 'SMTP_URL definida');
  return demo
    ? good('correo', 'los correos quedan en el buzón de la demostración')
    : note('correo', 'sin SMTP_URL nadie recibe correos');
}

async function databaseChecks(): Promise<Check[]> {
  const { rows } = await sql<{ version: number; role: string; superuser: boolean; tz: string }>`
    select current_setting('server_version_num')::int as version, current_user as role,
      (select rolsuper from pg_roles where rolname = current_user) as superuser,
      current_setting('timezone') as tz
  `.execute(getDb());
  const server = first(rows);
  const { rows: extensions } = await sql<{
    extname: string;
  }>`select extname from pg_extension where extname in ('unaccent', 'pg_trgm', 'citext')`.execute(
    getDb(),
  );
  const isMigrated = await isReady();
  const uncertain = isMigrated ? await countUncertainMail(getDb()) : 0;
  const waiting = isMigrated ? await findWaitingMail(getDb()) : null;
  return [
    server.version >= 150_000
      ? good('base_de_datos', `PostgreSQL ${Math.floor(server.version / 10_000)}`)
      : bad('base_de_datos', `PostgreSQL ${Math.floor(server.version / 10_000)}; se necesita 15`),
    server.superuser
      ? note('rol_web', `${server.role} es superusuario`)
      : good('rol_web', server.role),
    extensions.length === 3
      ? good('extensiones', 'unaccent, pg_trgm, citext')
      : note('extensiones', 'las crea la primera migración'),
    isMigrated ? good('migraciones', 'al día') : note('migraciones', 'faltan: ejecuta migrate'),
    ...(waiting
      ? [
          note(
            'correos_en_espera',
            `el servidor de correo no los recibe: ${waiting.count}, desde ${waiting.since.toISOString()}`,
          ),
        ]
      : []),
    ...(uncertain > 0
      ? [note('correos_inciertos', `no se sabe si salieron, y no se repiten: ${uncertain}`)]
      : []),
  ];
}
