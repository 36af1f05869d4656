import { CliRefused, withDatabase, type Command } from '#app/platform/cli/command.server.ts';
import { fileOf } from '#app/platform/cli/read-arguments.server.ts';
import { ImportRefused } from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { measureSearch } from './measure-search.server.ts';

/** `check-search`: what the search finds of a labelled list, measured in this installation's database. */
export const checkSearch: Command = {
  usage: 'ARCHIVO',
  help:
    'Mide la búsqueda con una lista (consulta, titulo, texto, relevante=si|no): qué parte de lo relevante ' +
    'encuentra y qué parte de lo que encuentra lo es. No escribe nada.',
  options: {},
  run: async (given) => {
    const file = fileOf(given);
    try {
      return { output: await withDatabase(async () => await measureSearch(file)) };
    } catch (error) {
      if (error instanceof ImportRefused)
        throw new CliRefused(error.problems[0]?.motivo ?? error.message, error.problems);
      throw error;
    }
  },
};
