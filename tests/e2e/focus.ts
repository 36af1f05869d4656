import { expect, type Locator, type Page } from '@playwright/test';
import { runsScripts } from './axe.ts';
import { devtoolsOf } from './devtools.ts';

type Focused = { name: string; hidden: boolean; marked: boolean; outside: boolean };

/** What the pages hold for these helpers: what to look at after a key, and where Tab ends. */
type Walker = {
  focusedNow: () => Focused;
  walk: Focused[] | null;
  goal: Element | null;
};
type WalkedWindow = Window & { walker?: Walker };

/** Puts the walker into a page; twice changes nothing. Runs in the page. */
function installWalker(): void {
  const walked = window as WalkedWindow;
  if (walked.walker) return;
  const outlined = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
    style.boxShadow !== 'none';
  /** What of a box lies in the window: of a long table that has the focus, only a part may. */
  const inWindow = (box: DOMRect) => {
    const [x, y] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const width = Math.min(box.right, window.innerWidth) - x;
    const height = Math.min(box.bottom, window.innerHeight) - y;
    return { x, y, width, height };
  };
  const isSeen = (element: HTMLElement): boolean =>
    [...element.getClientRects()].map(inWindow).some(
      (box) =>
        box.width > 0 &&
        box.height > 0 &&
        [0.1, 0.5, 0.9].some((x) =>
          [0.2, 0.5, 0.8].some((y) => {
            const top = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
            return (
              top !== null &&
              (element.contains(top) ||
                top.contains(element) ||
                (element as HTMLInputElement).labels?.[0]?.contains(top) === true)
            );
          }),
        ),
    );
  const focusedNow = (): Focused => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || element === document.documentElement)
      return { name: '', hidden: false, marked: true, outside: true };
    const label =
      element.textContent || element.getAttribute('aria-label') || element.getAttribute('name');
    return {
      name: `${element.tagName.toLowerCase()} "${(label || '').trim().slice(0, 40)}"`,
      hidden: !isSeen(element),
      marked:
        outlined(getComputedStyle(element)) ||
        ['::after', '::before'].some((pseudo) => outlined(getComputedStyle(element, pseudo))),
      outside: false,
    };
  };
  const walker: Walker = { focusedNow, walk: null, goal: null };
  walked.walker = walker;
  // Keys come in bundles: each is looked at when it comes up, and after the goal none goes on.
  let isPast = false;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    if (event.type === 'keydown')
      isPast = walker.goal !== null && document.activeElement === walker.goal;
    if (isPast) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (event.type === 'keyup' && walker.walk) walker.walk.push(walker.focusedNow());
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('keyup', onKey, true);
}

/** Presses Tab some times, one right after the other, without waiting for each. */
async function pressTabs(page: Page, count: number): Promise<void> {
  const session = await devtoolsOf(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 };
  const sent: Promise<unknown>[] = [];
  for (let press = 0; press < count; press += 1)
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      sent.push(session.send('Input.dispatchKeyEvent', { type, ...tab }));
  await Promise.all(sent);
}

async function focusedNow(page: Page): Promise<Focused> {
  return await page.evaluate(() => (window as WalkedWindow).walker!.focusedNow());
}

/** What had the focus after each of some presses of Tab. */
async function walk(page: Page, steps: number, inBundles: boolean): Promise<Focused[]> {
  if (inBundles) {
    await page.evaluate(() => void ((window as WalkedWindow).walker!.walk = []));
    await pressTabs(page, steps);
    return await page.evaluate(() => {
      const { walker } = window as WalkedWindow;
      const found = walker!.walk ?? [];
      walker!.walk = null;
      return found;
    });
  }
  await pressTabs(page, 1);
  return [await focusedNow(page)];
}

/** 2.4.11 and 2.4.7: on the way of Tab, what has the focus is never hidden and always marked. */
export async function expectFocusVisible(page: Page, steps = 80): Promise<void> {
  const wrong: string[] = [];
  await page.evaluate(installWalker);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // Without scripts no listener hears a key: each step is looked at from outside.
  const inBundles = await runsScripts(page);
  const path: Focused[] = [];
  while (path.length < steps && !path.some(({ outside }) => outside)) {
    const part = await walk(page, Math.min(20, steps - path.length), inBundles);
    expect(part.length, `steps of Tab at ${page.url()}`).toBeGreaterThan(0);
    path.push(...part);
  }
  // A bundle may have gone round to the beginning: the focus is nowhere again.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const end = path.findIndex(({ outside }) => outside);
  for (const focused of end < 0 ? path : path.slice(0, end)) {
    if (focused.hidden) wrong.push(`${focused.name} is hidden`);
    if (!focused.marked) wrong.push(`${focused.name} shows no focus`);
  }
  expect(wrong, `focus at ${page.url()}`).toEqual([]);
}

/** Goes to a control by keyboard alone; fails when Tab does not reach it, or reaches it unseen. */
export async function tabTo(page: Page, target: Locator, limit = 150): Promise<void> {
  await expect(target).toBeVisible();
  await page.evaluate(installWalker);
  const inBundles = await runsScripts(page);
  const isThere = async () =>
    await target.evaluate((element) => {
      const { walker } = window as WalkedWindow;
      const there = element === document.activeElement;
      walker!.goal = there ? null : element;
      return there;
    });
  const bundle = inBundles ? 10 : 1;
  for (let step = 0; step <= limit; step += bundle) {
    if (await isThere()) {
      const focused = await focusedNow(page);
      expect(focused.hidden, `${focused.name} has the focus and is hidden`).toBe(false);
      expect(focused.marked, `${focused.name} has the focus and does not show it`).toBe(true);
      return;
    }
    await pressTabs(page, bundle);
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
