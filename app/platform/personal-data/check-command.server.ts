import { CliRefused, type Command } from '#app/platform/cli/command.server.ts';
import { fileOf, mapOf } from '#app/platform/cli/read-arguments.server.ts';
import { ImportRefused } from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { checkedColumns, checkLines } from './check-lines.server.ts';

/** `check-personal-data`: the detector on a list, measured where the list says what is there. */
export const checkPersonalData: Command = {
  usage: 'ARCHIVO [--map texto=col …]',
  help: 'Busca datos personales en textos (id, texto); con la columna tipos mide precisión y cobertura.',
  options: { map: { type: 'string', multiple: true } },
  run: async (given) => {
    try {
      return { output: await checkLines(fileOf(given), mapOf(given, Object.keys(checkedColumns))) };
    } catch (error) {
      if (error instanceof ImportRefused)
        throw new CliRefused(error.problems[0]?.motivo ?? error.message, error.problems);
      throw error;
    }
  },
};
