import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { systemActor } from '#app/kernel/actor.ts';
import { CliRefused, withDatabase, type Command } from '#app/platform/cli/command.server.ts';
import { existing, fileOf } from '#app/platform/cli/read-arguments.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';
import { sayFieldMessage } from '#app/platform/i18n/field-message.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { exportSetup } from './export-setup.server.ts';
import { importSetup } from './import-setup.server.ts';
import { readSetup, setupFileMax } from './read-file.ts';
import type { SetupData } from './setup-file.schema.ts';

const say = (key: string) => sayFieldMessage(translatorOf('es'), key);

/** The city in a file, or all that is wrong with it. */
function cityOf(file: string): SetupData {
  if (statSync(existing(file)).size > setupFileMax) throw new CliRefused(say('setup_too_large'));
  const read = readSetup(readFileSync(file, 'utf8'));
  if ('data' in read) return read.data;
  throw new CliRefused(
    say('setup_wrong'),
    read.problems.map(({ line, place, why }) => ({
      archivo: file,
      linea: line,
      motivo: place ? `${place}: ${say(why)}` : say(why),
    })),
  );
}

export const exportCity: Command = {
  usage: 'ARCHIVO.json',
  help: 'Escribe la ciudad entera en un archivo: territorio, textos, listas, plan y población.',
  options: {},
  run: async (given) => {
    const file = given.positionals[0];
    if (!file) throw new CliRefused('Falta el archivo.');
    return await withDatabase(async () => {
      const { text, parts, warnings } = await exportSetup(getDb());
      writeFileSync(file, text);
      return { output: { partes: parts, advertencias: warnings.map(say) } };
    });
  },
};

export const importCity: Command = {
  usage: 'ARCHIVO.json [--dry-run]',
  help: 'Trae una ciudad entera de un archivo. Todo o nada; repetirlo no cambia nada.',
  options: { 'dry-run': { type: 'boolean' } },
  run: async (given) => {
    const data = cityOf(fileOf(given));
    return await withDatabase(async () => {
      const dryRun = given.values['dry-run'] === true;
      const { parts } = await importSetup(systemActor, data, { dryRun });
      return { output: { partes: parts, advertencias: data.city ? [] : [say('setup_unnamed')] } };
    });
  },
};
