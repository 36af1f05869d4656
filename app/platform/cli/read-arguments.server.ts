import { existsSync } from 'node:fs';
import { CliRefused, type Given } from './command.server.ts';

/** What the commands of the command line are given, checked: each refuses with a line that names it. */

/** The file, which must be there. */
export function existing(file: string): string {
  if (!existsSync(file))
    throw new CliRefused('No encontramos el archivo.', [
      { archivo: file, linea: 0, motivo: 'No existe.' },
    ]);
  return file;
}

/** The file that stands in this place of the command. */
export function fileOf(given: Given, index = 0): string {
  const file = given.positionals[index];
  if (!file) throw new CliRefused('Falta el archivo.');
  return existing(file);
}

/** The text of an option that the command needs. */
export function textOf(given: Given, name: string): string {
  const value = given.values[name];
  if (typeof value !== 'string' || value === '') throw new CliRefused(`Falta --${name}.`);
  return value;
}

/** The whole number of an option, from 1 to the most. */
export function numberOf(given: Given, name: string, most: number): number {
  const value = Number(textOf(given, name));
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new CliRefused(`--${name} va de 1 a ${most}.`);
  return value;
}

/** The bytes of a seed in hexadecimal; absent: chosen at random. */
export function seedOf(given: Given): string | undefined {
  const seed = given.values['seed'];
  if (seed === undefined) return undefined;
  if (typeof seed !== 'string' || !/^([0-9a-f]{2}){1,1024}$/i.test(seed))
    throw new CliRefused('--seed espera bytes en hexadecimal (dos cifras por byte).');
  return seed;
}

/**
 * What `--map column=name` says, in one option each or several; some shells leave later pairs among the
 * positionals. A name may hold spaces. With `known` a column has to be one of these.
 */
export function mapOf(given: Given, known: string[] | null, files = 1): Record<string, string> {
  const loose = given.positionals.slice(files);
  if (loose.some((text) => !text.includes('='))) throw new CliRefused('Sobra un argumento.');
  const pairs = [given.values['map'] ?? [], loose]
    .flat(2)
    .flatMap((text) => String(text).split(/[\s,]+(?=[^\s,=]+=)/))
    .map((text) => text.trim())
    .filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => readPair(pair, known)));
}

function readPair(pair: string, known: string[] | null): [column: string, name: string] {
  const at = pair.indexOf('=');
  const [column, name] = [pair.slice(0, Math.max(0, at)), pair.slice(at + 1).trim()];
  if (!column || !name || (known && !known.includes(column)))
    throw new CliRefused(
      `--map ${pair}: se espera columna=nombre` +
        (known ? `, con columna entre ${known.join(', ')}.` : '.'),
    );
  return [column, name];
}
