import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inDataFolder } from '#app/platform/config/data-folder.server.ts';
import { writeWhole } from '#app/platform/config/whole-file.server.ts';
import { wrongData } from './embedded-folder.server.ts';

/** Log-ins of the embedded cluster: one password a role, kept in the data folder (mode 600). */
export type Keys = { superuser: string; owner: string; web: string; worker: string; port: number };

/** Connection of each role to a database of the cluster. */
export type Connections = (
  role: 'superuser' | 'owner' | 'web' | 'worker',
  database?: string,
) => string;

/** Where the log-ins of a data folder are kept. */
export function keysFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

/** The log-ins of a data folder; none before its first start. */
export function readKeys(dataDir: string): Keys | undefined {
  const file = keysFile(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  } catch (error) {
    throw wrongData(
      `${file} no se puede leer; ¿lo hizo otro usuario?`,
      `it cannot be read; was it made by another user? (${(error as Error).message})`,
    );
  }
}

/** Keeps the log-ins, complete or not at all. */
export function writeKeys(dataDir: string, keys: Keys): void {
  inDataFolder(dataDir, () => writeWhole(keysFile(dataDir), `${JSON.stringify(keys)}\n`));
}

/** Connections with these log-ins. */
export function connectionTo(keys: Keys): Connections {
  const users = {
    superuser: 'postgres',
    owner: 'convite_owner',
    web: 'convite_web',
    worker: 'convite_worker',
  };
  return (role, database = 'convite') =>
    `postgres://${users[role]}:${keys[role]}@127.0.0.1:${keys.port}/${database}`;
}
