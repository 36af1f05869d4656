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
