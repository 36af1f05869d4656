import { RemixBrowser } from '@remix-run/react';
import { hydrateRoot } from 'react-dom/client';
import { adoptCity } from '#app/platform/city/city.ts';
import { browserEngine } from '#app/platform/i18n/browser-engine.ts';
import { setCityWords, type DivisionWords } from '#app/platform/i18n/city-words.ts';
import {
  namespaces,
  type Bundle,
  type Locale,
  type Namespace,
} from '#app/platform/i18n/messages.ts';
import { setMessageLoader } from '#app/platform/i18n/load-messages.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';

const files = import.meta.glob<Record<string, string>>('/locales/*/*.json', { import: 'default' });

/**
 * Waits for the data that the page carries. RemixBrowser would suspend the root for it, and a key
 * pressed in that moment ends React 18's hydration (its error 345): so it is asked once outside
 * React, where it throws what it waits for.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}

/** Hydrates the pages that ship script, with the messages that the page says it needs. */
async function start(): Promise<void> {
  const root = document.documentElement;
  adoptCity(root.dataset['city']);
  const locale: Locale = root.lang === 'en' ? 'en' : 'es';
  const words = root.dataset['words'];
  if (words) setCityWords(JSON.parse(words) as DivisionWords);
  const named = (root.dataset['ns'] ?? '').split(' ');
  const bundle: Bundle = {};
  const load = async (name: Namespace): Promise<void> => {
    bundle[name] ??= await files[`/locales/${locale}/${name}.json`]?.();
  };
  setMessageLoader(load);
  await Promise.all(namespaces.filter((name) => named.includes(name)).map(load));
  const translator = createTranslator(locale, browserEngine(locale, bundle));
  await decodeData();
  hydrateRoot(
    document,
    <TranslatorContext.Provider value={translator}>
      <RemixBrowser />
    </TranslatorContext.Provider>,
  );
}

void start();
