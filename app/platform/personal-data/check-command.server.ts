import { setCity, unsetCity } from '#app/platform/city/city.ts';
import { dialOf } from '#app/platform/city/dial.server.ts';
import { CliRefused, type Command } from '#app/platform/cli/command.server.ts';
import { fileOf, mapOf } from '#app/platform/cli/read-arguments.server.ts';
import { ImportRefused } from '#app/platform/spreadsheets/open-spreadsheet.server.ts';
import { checkedColumns, checkLines } from './check-lines.server.ts';

/** `check-personal-data`: the detector on a list, measured where the list says what is there. */
export const checkPersonalData: Command = {
  usage: 'ARCHIVO [--map texto=col …] [--pais CO]',
  help: 'Busca datos personales en textos (id, texto); con la columna tipos mide precisión y cobertura.',
  options: { map: { type: 'string', multiple: true }, pais: { type: 'string' } },
  run: async (given) => {
    // A list belongs to no installation: whose telephones it tells of is said here.
    const { pais = 'CO' } = given.values;
    const dial = typeof pais === 'string' ? dialOf(pais) : null;
    if (typeof pais !== 'string' || !dial) throw new CliRefused('No conocemos ese país.');
    setCity({ ...unsetCity, country: pais, dial });
    try {
      return { output: await checkLines(fileOf(given), mapOf(given, Object.keys(checkedColumns))) };
    } catch (error) {
      if (error instanceof ImportRefused)
        throw new CliRefused(error.problems[0]?.motivo ?? error.message, error.problems);
      throw error;
    }
  },
};
