import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * axe needs timers, which stand still in a visit without script: such a page is examined as a copy
 * of what it shows, opened where timers run, without the page's own scripts.
 */
async function withTimers<T>(page: Page, examine: (page: Page) => Promise<T>): Promise<T> {
  // Markup inside <noscript> becomes elements only where scripts are off.
  const off = await page.evaluate(() => {
    const probe = document.createElement('div');
    probe.innerHTML = '<noscript><i></i></noscript>';
    return probe.querySelector('i') !== null;
  });
  if (!off) return await examine(page);
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

const copies = new WeakMap<Page, Page>();

/** The page where the copies of a page are examined; it closes with it. */
async function copyOf(page: Page): Promise<Page> {
  const known = copies.get(page);
  if (known) return known;
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true });
  page.once('close', () => void context.close());
  const copy = await context.newPage();
  copies.set(page, copy);
  return copy;
}

/**
 * The whole page against axe (WCAG 2.2 AA) and against target sizes; call it after every
 * interaction.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await withTimers(
    page,
    async (shown) =>
      await new AxeBuilder({ page: shown })
        .options({ resultTypes: ['violations'] })
        .withTags(rules)
        .setLegacyMode(true)
        .analyze(),
  );
  const found = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.target.join(' ')} — ` +
        (node.failureSummary?.split('\n')[1]?.trim() ?? violation.help),
    ),
  );
  expect(found, `axe at ${page.url()}`).toEqual([]);
  await expectTargets(page);
}

/** 2.5.8: targets measure 24 px, or keep that distance, or stand in a line of text. */
export async function expectTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    type Target = { element: HTMLElement; box: DOMRect; small: boolean };
    const selector =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, ' +
      '[role=button], [role=tab], [role=checkbox], [role=switch]';
    const boxOf = (element: HTMLElement): DOMRect => {
      const box = element.getBoundingClientRect();
      const label =
        element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)
          ? element.labels?.[0]?.getBoundingClientRect()
          : undefined;
      if (!label) return box;
      const x = Math.min(box.x, label.x);
      const y = Math.min(box.y, label.y);
      return new DOMRect(
        x,
        y,
        Math.max(box.right, label.right) - x,
        Math.max(box.bottom, label.bottom) - y,
      );
    };
    const inText = (element: HTMLElement): boolean => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const around = [...(element.parentElement?.childNodes ?? [])]
        .filter((node) => node !== element)
        .map((node) => node.textContent ?? '')
        .join('');
      return /[\p{L}\p{N}]{2}/u.test(around);
    };
    const targets: Target[] = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          !element.closest('[inert]'),
      )
      .map((element) => ({ element, box: boxOf(element), small: false }))
      // What shows only when it has the focus (the skip link) is measured when it shows.
      .filter(({ box }) => box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0);
    for (const target of targets)
      target.small =
        (target.box.width < 23.5 || target.box.height < 23.5) && !inText(target.element);
    const centre = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const reach = (from: DOMRect, to: DOMRect) => {
      const { x, y } = centre(from);
      return Math.hypot(
        Math.max(to.left - x, 0, x - to.right),
        Math.max(to.top - y, 0, y - to.bottom),
      );
    };
    const tooClose = (one: Target) =>
      targets.some((other) => {
        if (
          other === one ||
          other.element.contains(one.element) ||
          one.element.contains(other.element)
        )
          return false;
        if (reach(one.box, other.box) < 11.5) return true;
        const a = centre(one.box);
        const b = centre(other.box);
        return other.small && Math.hypot(a.x - b.x, a.y - b.y) < 23.5;
      });
    return targets
      .filter((target) => target.small && tooClose(target))
      .map(({ element, box }) => {
        const said =
          element.textContent || element.getAttribute('aria-label') || element.getAttribute('name');
        const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
        return `${element.tagName.toLowerCase()} "${(said || '').trim().slice(0, 40)}" ${size}`;
      });
  });
  expect(small, `targets under 24 px at ${page.url()}`).toEqual([]);
}

/** 1.4.10: at 320 px (400 % of 1280) nothing makes the page scroll sideways; tables scroll in a region of their own. */
export async function expectReflow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 720 });
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit + 1) return [];
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) => element.getBoundingClientRect().right > limit + 1 && element.checkVisibility(),
      )
      .slice(-5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} reaches ` +
          `${Math.round(element.getBoundingClientRect().right)} px`,
      );
  });
  if (before) await page.setViewportSize(before);
  expect(wide, `sideways scroll at 320 px at ${page.url()}`).toEqual([]);
}

/** 1.4.12: with the text spacing that people may set, no text is cut off or covered by the edge of its box. */
export async function expectTextSpacing(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const clipped = () =>
      [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
        const style = getComputedStyle(element);
        const hides = [style.overflowX, style.overflowY].some(
          (overflow) => overflow === 'hidden' || overflow === 'clip',
        );
        if (
          !hides ||
          element.clientWidth <= 1 ||
          element.clientHeight <= 1 ||
          !element.textContent?.trim() ||
          !element.checkVisibility()
        )
          return false;
        return (
          element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1
        );
      });
    const before = new Set(clipped());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: ' +
        '.16em !important } p { margin-bottom: 2em !important }',
    );
    const kept = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...kept, sheet];
    const found = clipped()
      .filter((element) => !before.has(element))
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} cuts "${element.textContent?.trim().slice(0, 40)}"`,
      );
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
      found.push('the page scrolls sideways');
    document.adoptedStyleSheets = kept;
    return found;
  });
  expect(cut, `text spacing at ${page.url()}`).toEqual([]);
}

/**
 * Forced colours remove backgrounds and shadows: controls keep an edge, and the focus an outline.
 */
export async function expectForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await page.evaluate(() => {
    const edge = (style: CSSStyleDeclaration) =>
      (style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0) ||
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'button, .btn, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea',
      ),
    ];
    return controls
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.getBoundingClientRect().width > 1 &&
          !edge(getComputedStyle(element)),
      )
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} has no edge`);
  });
  await page.emulateMedia({ forcedColors: 'none' });
  expect(lost, `forced colours at ${page.url()}`).toEqual([]);
}

type Focused = { name: string; hidden: boolean; marked: boolean; outside: boolean };

/** The element that has the focus: can it be seen (2.4.11), and is it marked (2.4.7)? */
async function focusedNow(page: Page): Promise<Focused> {
  return await page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || element === document.documentElement)
      return { name: '', hidden: false, marked: true, outside: true };
    const said =
      element.textContent || element.getAttribute('aria-label') || element.getAttribute('name');
    const name = `${element.tagName.toLowerCase()} "${(said || '').trim().slice(0, 40)}"`;
    const boxes = [...element.getClientRects()];
    const points = boxes.flatMap((box) =>
      [0.1, 0.5, 0.9].flatMap((x) =>
        [0.2, 0.5, 0.8].map((y) => ({ x: box.x + box.width * x, y: box.y + box.height * y })),
      ),
    );
    const seen = points.some(({ x, y }) => {
      const top = document.elementFromPoint(x, y);
      return (
        top !== null &&
        (element.contains(top) ||
          top.contains(element) ||
          (element as HTMLInputElement).labels?.[0]?.contains(top) === true)
      );
    });
    const outlined = (style: CSSStyleDeclaration) =>
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
      style.boxShadow !== 'none';
    const marked =
      outlined(getComputedStyle(element)) ||
      ['::after', '::before'].some((pseudo) => outlined(getComputedStyle(element, pseudo)));
    return { name, hidden: !seen, marked, outside: false };
  });
}

/** 2.4.11 and 2.4.7: going through the page with Tab, what has the focus is never hidden and always marked. */
export async function expectFocusVisible(page: Page, steps = 80): Promise<void> {
  const wrong: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedNow(page);
    if (focused.outside) break;
    if (focused.hidden) wrong.push(`${focused.name} is hidden`);
    if (!focused.marked) wrong.push(`${focused.name} shows no focus`);
  }
  expect(wrong, `focus at ${page.url()}`).toEqual([]);
}

/** Goes to a control by keyboard alone; fails when Tab does not reach it, or reaches it unseen. */
export async function tabTo(page: Page, target: Locator, limit = 150): Promise<void> {
  await expect(target).toBeVisible();
  const wanted = (await target.elementHandle())!;
  for (let step = 0; step < limit; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const focused = await focusedNow(page);
      expect(focused.hidden, `${focused.name} has the focus and is hidden`).toBe(false);
      expect(focused.marked, `${focused.name} has the focus and does not show it`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target.toString()} within ${limit} steps`);
}

/** Goes to a control by keyboard alone and presses a key on it. */
export async function pressOn(
  page: Page,
  target: Locator,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field by keyboard alone and types. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** 3.2.6: the link to help stands in the footer, before all other links there. */
export async function expectHelpInPlace(page: Page): Promise<void> {
  await expect(
    page.getByRole('contentinfo').getByRole('link').first(),
    `help at ${page.url()}`,
  ).toHaveAttribute('href', '/ayuda');
}

/** 3.3.8: a field of signing in takes pasted text and says what a password manager should fill in. */
export async function expectPasteAllowed(target: Locator): Promise<void> {
  const allowed = await target.evaluate((element) =>
    element.dispatchEvent(
      new ClipboardEvent('paste', {
        bubbles: true,
        cancelable: true,
        clipboardData: new DataTransfer(),
      }),
    ),
  );
  expect(allowed, 'pasting is allowed').toBe(true);
  await expect(target).toHaveAttribute('autocomplete', /\S/);
}

/** Everything that axe cannot see, on one page. */
export async function expectUsable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectReflow(page);
  await expectTextSpacing(page);
  await expectForcedColours(page);
  await expectHelpInPlace(page);
  await expectFocusVisible(page);
}
