import { RemixBrowser } from '@remix-run/react';
import { hydrateRoot } from 'react-dom/client';
import type { Bundle, Locale, Namespace } from '#app/platform/i18n/messages.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';

const files = import.meta.glob<Record<string, string>>('/locales/*/*.json', { import: 'default' });

/** Hydrates the pages that ship script, with the messages that the page says it needs. */
async function start(): Promise<void> {
  const root = document.documentElement;
  const locale = root.lang as Locale;
  const needed = (root.dataset['ns'] ?? '').split(' ').filter(Boolean) as Namespace[];
  const texts = await Promise.all(needed.map(async (name) => [name, await files[`/locales/${locale}/${name}.json`]!()] as const));
  const translator = createTranslator(locale, Object.fromEntries(texts) as Bundle);
  // In one go, not as a transition: a key pressed while React 18 hydrates in slices can end the hydration (its error 345).
  hydrateRoot(
    document,
    <TranslatorContext.Provider value={translator}>
      <RemixBrowser />
    </TranslatorContext.Provider>,
  );
}

void start();
