import { stringify } from 'csv-stringify/sync';
import { replaceBaseline } from '#app/domains/inclusion/replace-baseline.server.ts';
import { population } from './content/population.ts';
import { readCast } from './accounts.ts';

/** Coordination loads the population by the file that anybody else would load. */
export async function seedBaseline(): Promise<void> {
  const { problems } = await replaceBaseline((await readCast())('coordinacion'), { name: 'poblacion.csv', bytes: Buffer.from(stringify(population)) });
  if (problems.length > 0) throw new Error(problems.map(({ linea, motivo }) => `${linea}: ${motivo}`).join('\n'));
}
