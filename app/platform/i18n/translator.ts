import type { Locale, MessageParams, Namespace, Translate } from './messages.ts';
import { formatNumber } from './format.ts';
import { cityWords } from './city-words.ts';

/** Everything said in one language. `t('ideas')` gives the function that says the messages of a namespace. */
export type Translator = {
  locale: Locale;
  t: <N extends Namespace>(namespace: N) => Translate<N>;
};

/**
 * Looks a message of a namespace up, chooses its plural by `count` and fills its parameters in. On the server
 * i18next does it (`i18next-engine.server.ts`), in the browser forty lines (`browser-engine.ts`); a test
 * holds them to the same words.
 */
export type Engine = (namespace: Namespace) => (key: string, params?: MessageParams) => string;

/**
 * A translator over an engine. Keys are flat; numbers are written as the language writes them; the city's own
 * words are parameters of every message. One without parameters of its own is looked up once and kept until
 * those words change, since pages say the same hundred of them again and again.
 */
export function createTranslator(locale: Locale, engine: Engine): Translator {
  const functions = new Map<Namespace, Translate<Namespace>>();
  const translate = (namespace: Namespace): Translate<Namespace> => {
    const say = engine(namespace);
    let words = cityWords(locale);
    const known = new Map<string, string>();
    return (key: string, params?: MessageParams) => {
      if (words !== cityWords(locale)) {
        words = cityWords(locale);
        known.clear();
      }
      if (params) return onePoint(say(key, { ...words, ...written(params, locale) }));
      let text = known.get(key);
      if (text === undefined) known.set(key, (text = say(key, words)));
      return text;
    };
  };
  return {
    locale,
    t: <N extends Namespace>(namespace: N) => {
      let found = functions.get(namespace);
      if (!found) functions.set(namespace, (found = translate(namespace)));
      return found as unknown as Translate<N>;
    },
  };
}

/** The point of «p. m.» also ends the sentence (Ortografía de la lengua española, 2010). */
function onePoint(text: string): string {
  return text.includes('m..') ? text.replace(/([ap]\.\s?m\.)\.(?!\.)/g, '$1') : text;
}

/** Numbers as text, except `count`, which chooses the plural; `{{n}}` is `count` as text. */
function written(params: MessageParams, locale: Locale): MessageParams {
  const texts: MessageParams = {};
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number' && name !== 'count') texts[name] = formatNumber(value, locale);
    else texts[name] = value;
  }
  if (typeof params['count'] === 'number') texts['n'] = formatNumber(params['count'], locale);
  return texts;
}
