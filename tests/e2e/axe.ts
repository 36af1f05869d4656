import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { devtoolsOf } from './devtools.ts';
import { claimState, releaseState, stateOf } from './page-state.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const copies = new WeakMap<Page, Page>();

/** The page where the copies of a page are examined; it closes with it. */
async function copyOf(page: Page): Promise<Page> {
  const known = copies.get(page);
  if (known) return known;
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true });
  // The browser may be closing as well.
  page.once('close', () => void context.close().catch(() => undefined));
  const copy = await context.newPage();
  copies.set(page, copy);
  return copy;
}

/** Markup inside <noscript> becomes elements only where scripts are off. */
export async function runsScripts(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const probe = document.createElement('div');
    probe.innerHTML = '<noscript><i></i></noscript>';
    return probe.querySelector('i') === null;
  });
}

/**
 * axe needs timers, which stand still in a visit without script: such a page is examined as a copy
 * of what it shows, opened where timers run, without the page's own scripts.
 */
async function withTimers<T>(page: Page, examine: (page: Page) => Promise<T>): Promise<T> {
  if (await runsScripts(page)) return await examine(page);
  const shown = (await page.content())
    .replace(/<(\/?)noscript\b/g, '<$1div')
    .replace(/<script\b[\s\S]*?<\/script>|<link\b[^>]*\brel="modulepreload"[^>]*>/g, '');
  const copy = await copyOf(page);
  await copy.setViewportSize(page.viewportSize()!);
  const address = page.url();
  await copy.route(address, (route) =>
    route.fulfill({
      body: shown,
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': "script-src 'none'" },
    }),
  );
  await copy.goto(address);
  const result = await examine(copy);
  await copy.unroute(address);
  return result;
}

async function runAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    const devtools = await devtoolsOf(page);
    await devtools.send('Runtime.evaluate', { expression: axe.source, silent: true });
  }
  const { violations } = await page.evaluate(
    async (options) => await (window as unknown as { axe: typeof axe }).axe.run(document, options),
    {
      runOnly: tags,
      resultTypes: ['violations' as const],
      // Style sheets are not fetched again: no rule of these reads them.
      preload: { assets: ['media'] },
    },
  );
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.target.join(' ')} — ` +
        (node.failureSummary?.split('\n')[1]?.trim() ?? violation.help),
    ),
  );
}

/** What axe finds wrong in the state of a page (WCAG 2.2 AA); each state is examined once a run. */
export async function findViolations(page: Page): Promise<string[]> {
  const state = await stateOf(page);
  if (!claimState(state)) return [];
  let found: string[] | undefined;
  try {
    found = await withTimers(page, runAxe);
    return found;
  } finally {
    if (found?.length !== 0) releaseState(state);
  }
}
