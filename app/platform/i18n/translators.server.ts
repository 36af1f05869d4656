import { readFileSync, statSync } from 'node:fs';
import { namespaces, type Bundle, type Locale } from './messages.ts';
import { i18nextEngine } from './i18next-engine.server.ts';
import { createTranslator, type Translator } from './translator.ts';

const folder = new URL('../../../locales/', import.meta.url);
const cached = new Map<Locale, { translator: Translator; state: string }>();
const fileOf = (locale: Locale, namespace: string) =>
  new URL(`${locale}/${namespace}.json`, folder);

/** Every message of a language. */
export function readBundle(locale: Locale): Bundle {
  return Object.fromEntries(
    namespaces.map((namespace) => [
      namespace,
      JSON.parse(readFileSync(fileOf(locale, namespace), 'utf8')) as Record<string, string>,
    ]),
  );
}

/** When the files of a language were changed; asked in development alone, elsewhere they stay as they are. */
function stateOf(locale: Locale): string {
  if (process.env['NODE_ENV'] !== 'development') return '';
  return namespaces.map((name) => statSync(fileOf(locale, name)).mtimeMs).join();
}

/** The translator of a language with every namespace, one instance a process. */
export function translatorOf(locale: Locale): Translator {
  const state = stateOf(locale);
  const known = cached.get(locale);
  if (known?.state === state) return known.translator;
  const translator = createTranslator(locale, i18nextEngine(locale, readBundle(locale)));
  cached.set(locale, { translator, state });
  return translator;
}
