import { expect, type Locator, type Page } from '@playwright/test';
import { pressOn, tabTo, typeInto } from './focus.ts';

/** How a person uses a page: by pointing, or by keyboard alone. */
export type Hands = {
  press: (page: Page, target: Locator) => Promise<void>;
  type: (page: Page, target: Locator, text: string) => Promise<void>;
  choose: (page: Page, target: Locator, value: string) => Promise<void>;
  tick: (page: Page, target: Locator) => Promise<void>;
};

/** Mouse or finger. */
export const pointing: Hands = {
  press: async (_page, target) => await target.click(),
  type: async (_page, target, text) => await target.fill(text),
  choose: async (_page, target, value) => void (await target.selectOption(value)),
  tick: async (_page, target) => await target.check(),
};

/** Tab, arrows, Space and Enter; nothing is ever clicked. */
export const keyboard: Hands = {
  press: async (page, target) => await pressOn(page, target),
  type: async (page, target, text) => await typeInto(page, target, text),
  choose: async (page, target, value) => {
    await tabTo(page, target);
    const position = await target.evaluate(
      (select, wanted) =>
        [...(select as HTMLSelectElement).options].findIndex((option) => option.value === wanted),
      value,
    );
    await page.keyboard.press('Home');
    for (let step = 0; step < position; step += 1) await page.keyboard.press('ArrowDown');
    await expect(target).toHaveValue(value);
  },
  tick: async (page, target) => {
    if (await target.isChecked()) return;
    if ((await target.getAttribute('type')) === 'checkbox')
      return await pressOn(page, target, 'Space');
    // A group of radios is one stop of Tab: the first one, or the chosen one; arrows go on from
    // there.
    const name = await target.getAttribute('name');
    const group = page.locator(`input[type=radio][name="${name}"]:visible`);
    const chosen = group.and(page.locator(':checked'));
    await tabTo(page, (await chosen.count()) > 0 ? chosen.first() : group.first());
    if (!(await target.isChecked())) await page.keyboard.press('Space');
    for (let step = 0; step < 30 && !(await target.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown');
    await expect(target).toBeChecked();
  },
};
