import type { Page } from '@playwright/test';
import { expectUsable } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');
const papers = ['Letter', 'A4'] as const;

/** How many sheets a page takes on this paper. */
async function sheetsOn(page: Page, format: (typeof papers)[number]): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

async function calledMeeting(): Promise<{ id: string; number: number }> {
  return await withOwner(async (db) => {
    const { id } = await facilitatedMeeting(db);
    const { number } = await db
      .selectFrom('meeting')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { id, number };
  });
}

test('the poster is one sheet of Letter and of A4, with its short address and what it is for', async ({
  page,
}) => {
  const { id, number } = await calledMeeting();
  await page.goto(`/talleres/${id}/afiche`);
  expect(await page.locator('script').count()).toBe(0);
  const poster = page.locator('.poster');
  await expect(poster).toContainText(`/t/${number}`);
  await expect(poster).not.toContainText(id);
  await expect(poster).toContainText('Mejorar lo escrito con quienes viven el problema.');
  await expect(page.getByRole('img', { name: say('meetings', 'poster.qr') })).toBeVisible();
  for (const paper of papers) expect(await sheetsOn(page, paper), paper).toBe(1);
  await expectUsable(page);
});

test('the paper form is two sheets of Letter and of A4 without machine names', async ({ page }) => {
  const { id } = await calledMeeting();
  await page.goto(`/talleres/${id}/formulario`);
  for (const paper of papers) expect(await sheetsOn(page, paper), paper).toBe(2);
  const first = page.getByRole('region', {
    name: new RegExp(`^${say('roster', 'paper.heading')}`),
  });
  await expect(first.locator('code')).toHaveCount(0);
  expect(await first.innerText()).not.toMatch(/[a-z]+_[a-z]+/);
  await expectUsable(page);
});
