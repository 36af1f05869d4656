import { RemixBrowser } from '@remix-run/react';
import { hydrateRoot } from 'react-dom/client';
import type { Bundle, Locale, Namespace } from '#app/platform/i18n/messages.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';

const files = import.meta.glob<Record<string, string>>('/locales/*/*.json', { import: 'default' });

/**
 * Waits for the data that the page carries. RemixBrowser would suspend the root for it, and a key pressed in that moment
 * ends React 18's hydration (its error 345): so it is asked once outside React, where it throws what it waits for.
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
  const locale = root.lang as Locale;
  const needed = (root.dataset['ns'] ?? '').split(' ').filter(Boolean) as Namespace[];
  const texts = await Promise.all(
    needed.map(async (name) => [name, await files[`/locales/${locale}/${name}.json`]!()] as const),
  );
  const translator = createTranslator(locale, Object.fromEntries(texts) as Bundle);
  await decodeData();
  hydrateRoot(
    document,
    <TranslatorContext.Provider value={translator}>
      <RemixBrowser />
    </TranslatorContext.Provider>,
  );
}

void start();
