import { CliRefused, type Command } from '#app/platform/cli/command.server.ts';
import { fileOf } from '#app/platform/cli/read-arguments.server.ts';
import { ImportRefused } from '#app/platform/files/read-csv.server.ts';
import { checkLines } from './check-lines.server.ts';

/** `check-personal-data`: the detector on a list, measured where the list says what is there. */
export const checkPersonalData: Command = {
  usage: 'ARCHIVO.csv',
  help: 'Busca datos personales en textos (id, texto); con la columna tipos mide precisión y cobertura.',
  options: {},
  run: async (given) => {
    try {
      return { output: await checkLines(fileOf(given)) };
    } catch (error) {
      if (error instanceof ImportRefused)
        throw new CliRefused(error.problems[0]?.motivo ?? error.message, error.problems);
      throw error;
    }
  },
};
