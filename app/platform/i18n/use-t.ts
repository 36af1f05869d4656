import { createContext, useContext } from 'react';
import { formatDate, formatList, formatNames, formatNumber, type DateStyle } from './format.ts';
import type { Locale, Namespace, Translate } from './messages.ts';
import type { Translator } from './translator.ts';

/** The translator of the page; set once by the entry points. */
export const TranslatorContext = createContext<Translator | null>(null);

function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (!translator) throw new Error('No translator: the entry point provides it');
  return translator;
}

/** The messages of a namespace in the page's language. */
export function useT<N extends Namespace>(namespace: N): Translate<N> {
  return useTranslator().t(namespace);
}

/** The page's language. */
export function useLocale(): Locale {
  return useTranslator().locale;
}

/** Dates, numbers and lists as the page's language writes them. */
export function useFormat(): {
  date: (value: Date, style?: DateStyle) => string;
  number: (value: number) => string;
  list: (names: string[]) => string;
  names: (names: string[]) => string;
} {
  const { locale } = useTranslator();
  return {
    date: (value, style) => formatDate(value, locale, style),
    number: (value) => formatNumber(value, locale),
    list: (names) => formatList(names, locale),
    names: (names) => formatNames(names, locale),
  };
}
