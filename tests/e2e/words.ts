import type { Locale, MessageKey, MessageParams, Namespace } from '#app/platform/i18n/messages.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';

/** What the site says, from the same files: journeys look for what a person reads. */
export function wordsOf(
  locale: Locale,
): <N extends Namespace>(namespace: N, key: MessageKey<N>, params?: MessageParams) => string {
  const translator = translatorOf(locale);
  return (namespace, key, params) => translator.t(namespace)(key, params);
}
