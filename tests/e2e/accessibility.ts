import { expect, type Locator, type Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expectFocusVisible } from './focus.ts';

/**
 * The whole page against axe (WCAG 2.2 AA) and against target sizes; call it after every
 * interaction.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findViolations(page), `axe at ${page.url()}`).toEqual([]);
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
