import { readFileSync } from 'node:fs';
import { namespaces, type Bundle, type Locale } from './messages.ts';
import { createTranslator, type Translator } from './translator.ts';

const folder = new URL('../../../locales/', import.meta.url);
const cached = new Map<Locale, Translator>();

function readBundle(locale: Locale): Bundle {
  return Object.fromEntries(
    namespaces.map((namespace) => [
      namespace,
      JSON.parse(readFileSync(new URL(`${locale}/${namespace}.json`, folder), 'utf8')) as Record<
        string,
        string
      >,
    ]),
  );
}

/** The translator of a language with every namespace, one instance a process. */
export function translatorOf(locale: Locale): Translator {
  let translator = cached.get(locale);
  if (!translator) cached.set(locale, (translator = createTranslator(locale, readBundle(locale))));
  return translator;
}
