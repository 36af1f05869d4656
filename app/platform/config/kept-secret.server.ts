import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrong } from './config-error.ts';
import { inDataFolder } from './data-folder.server.ts';
import { writeWhole } from './whole-file.server.ts';

const shortest = 32;

/**
 * The secret of an embedded installation, made at its first start. One that is empty or cut short is refused and
 * never replaced: with another secret everything it has sealed would be lost without a word.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  return inDataFolder(dataDir, () => {
    if (!existsSync(file)) writeWhole(file, `${randomBytes(32).toString('base64url')}\n`);
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= shortest) return secret;
    throw wrong(
      'DATA_DIR',
      `${file} está vacío o incompleto; recupéralo de una copia, o bórralo si la instalación es nueva`,
      `it is empty or cut short; put it back from a copy, or delete it when the installation is new`,
    );
  });
}
