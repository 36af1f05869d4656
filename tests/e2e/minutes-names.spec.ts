import { expectAccessible, expectReflow } from './accessibility.ts';
import { expect, noScript, phone, signIn, test } from './fixtures.ts';
import { heldMeeting } from './held-meeting.ts';
import { withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

test.use({ ...noScript, ...phone });

test('minutes that name somebody who registered say so, and are published as their writer chooses', async ({
  page,
}) => {
  const meeting = await heldMeeting('Luz en la ciclovía', 3, 2);
  await withOwner(async (db) => {
    const rename = (place: number, name: string) =>
      db
        .updateTable('registration')
        .set({ name })
        .where('meeting_id', '=', meeting.id)
        .where('place', '=', place)
        .execute();
    await rename(1, 'Ana María Pérez Gómez');
    await rename(2, 'Ulises Quintana Rojas');
    await db
      .updateTable('table_idea')
      .set({ dropped_at: new Date() })
      .where('meeting_id', '=', meeting.id)
      .where('commitment_id', 'is', null)
      .execute();
  });
  const desk = `/facilitacion/talleres/${meeting.id}/acta`;
  await signIn(page, 'facilitadora');
  await page.goto(desk);
  await page.locator('[name=temas]').fill('La ciclovía no tiene luz, dijo ana perez.');
  await page.locator('[name=acuerdos]').fill('Se pide luz.');
  await page.getByRole('button', { name: say('minutes', 'minutes.save') }).click();
  await expect(page.locator('mark')).toHaveText(['ana perez']);
  await expect(page.getByText('«ana perez»').first()).toBeVisible();
  await expect(page.locator('[name=temas]')).toHaveValue(
    'La ciclovía no tiene luz, dijo ana perez.',
  );
  await expect(page.locator('[name=acuerdos]')).toHaveValue('Se pide luz.');
  // Of the list only the words stand in the page that were in the text.
  expect(await page.content()).not.toMatch(/Quintana|Gómez/);
  await expectAccessible(page);
  await expectReflow(page);
  await page.getByRole('button', { name: say('minutes', 'marked.leave') }).click();
  await expect(page.getByText(say('flash', 'notice.minutes_saved'))).toBeVisible();

  await page.getByRole('link', { name: say('minutes', 'minutes.preview.open') }).click();
  await page.getByRole('button', { name: say('minutes', 'minutes.publish.act') }).click();
  await expect(page.getByRole('alert')).toContainText('«ana perez»');
  expect(await page.content()).not.toMatch(/Quintana|Gómez/);
  await expectAccessible(page);
  await expectReflow(page);
  expect((await page.request.get(`/talleres/${meeting.id}/acta`)).status()).toBe(404);
  await page.getByRole('button', { name: say('minutes', 'minutes.publish.naming') }).click();
  await expect(page.getByText(say('flash', 'notice.minutes_published'))).toBeVisible();
  await expect(page).toHaveURL(`/talleres/${meeting.id}/acta`);
});
