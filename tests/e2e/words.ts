import { readFileSync } from 'node:fs';
import {
  namespaces,
  type Bundle,
  type Locale,
  type MessageKey,
  type MessageParams,
  type Namespace,
} from '#app/platform/i18n/messages.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';

/** What the site says, from the same files: journeys look for what a person reads. */
export function wordsOf(
  locale: Locale,
): <N extends Namespace>(namespace: N, key: MessageKey<N>, params?: MessageParams) => string {
  const folder = new URL(`../../locales/${locale}/`, import.meta.url);
  const bundle = Object.fromEntries(
    namespaces.map((name) => [
      name,
      JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, string>,
    ]),
  ) as Bundle;
  const translator = createTranslator(locale, bundle);
  return (namespace, key, params) => translator.t(namespace)(key, params);
}
