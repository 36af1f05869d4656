import { asCode, fileName, strangeNames, type Way } from './file-keys.ts';
import { lineOf } from './json-place.ts';
import { SetupFile, type SetupData } from './setup-file.schema.ts';

/** No city fills more than this many bytes. */
export const setupFileMax = 8 * 1024 * 1024;

/** What is wrong in a set-up file: the line, the way there as the file names it, and a key of `errors` or `fields`. */
export type FileProblem = { line: number; place: string; why: string };

/** Reads a set-up file: the city that it holds, or everything that is wrong with it, each with its place. */
export function readSetup(text: string): { data: SetupData } | { problems: FileProblem[] } {
  let content: unknown;
  const plain = text.replace(/^\ufeff/, '');
  try {
    content = JSON.parse(plain);
  } catch (error) {
    return { problems: [{ line: lineOfError(plain, error), place: '', why: 'setup_not_json' }] };
  }
  const strange = strangeNames(content).map((way) => problemAt(plain, way, 'setup_unknown_name'));
  const parsed = SetupFile.safeParse(asCode(content));
  if (parsed.success && strange.length === 0) return { data: parsed.data };
  const wrong = (parsed.error?.issues ?? [])
    .filter((issue) => issue.code !== 'unrecognized_keys')
    .map((issue) => {
      const way = issue.path.map((step) => (typeof step === 'number' ? step : nameIn(step)));
      const isKey = /^[a-z_]+(\||$)/.test(issue.message);
      return problemAt(plain, way, isKey ? issue.message : 'setup_value');
    });
  return { problems: [...strange, ...wrong].slice(0, 100) };
}

const nameIn = (step: PropertyKey) => fileName(String(step));

function problemAt(text: string, way: Way, why: string): FileProblem {
  return { line: lineOf(text, way), place: placeOf(way), why };
}

/** A way as people write it: `planes[0].fases[2].cierra`. */
function placeOf(way: Way): string {
  return way
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** The line of which the JSON reader complains; the last one where it says none. */
function lineOfError(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position ? Number(position) : undefined).split('\n').length;
}
