import { createInstance, type i18n } from 'i18next';
import type { Bundle, Locale, MessageParams } from './messages.ts';
import type { Engine } from './translator.ts';

/** Spanish says a round million with a form of its own (`_many`); where none is written, it is the plural. */
function withMillions(messages: Record<string, string>): Record<string, string> {
  const millions = Object.entries(messages)
    .filter(([key]) => key.endsWith('_other'))
    .map(([key, text]) => [key.replace(/_other$/, '_many'), text]);
  return { ...Object.fromEntries(millions), ...messages };
}

/** The engine of the server: i18next, one instance a language. */
export function i18nextEngine(locale: Locale, bundle: Bundle): Engine {
  const instance: i18n = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    ns: Object.keys(bundle),
    resources: {
      [locale]: Object.fromEntries(
        Object.entries(bundle).map(([name, messages]) => [name, withMillions(messages)]),
      ),
    },
  });
  return (namespace) =>
    instance.getFixedT(locale, namespace) as unknown as (
      key: string,
      params?: MessageParams,
    ) => string;
}
