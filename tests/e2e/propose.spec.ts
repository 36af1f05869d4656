import { expectAccessible } from './accessibility.ts';
import { as, expect, noScript, phone, test } from './fixtures.ts';
import { pointing } from './hands.ts';
import { field, fillMeeting, say, tag } from './meeting-form.ts';

test.describe('at 360 px without script', () => {
  test.use({ ...phone, ...noScript });

  test('who facilitates proposes a meeting that is not finished, and coordination calls it', async ({
    page,
  }) => {
    const title = `Patios que escuchan ${tag}`;
    let id = '';
    const press = async (key: Parameters<typeof say<'meetings'>>[1]) =>
      await page.getByRole('button', { name: say('meetings', key), exact: true }).click();
    const told = async (key: Parameters<typeof say<'flash'>>[1]) =>
      await expect(page.getByRole('status').filter({ hasText: say('flash', key) })).toBeVisible();
    await as(page, 'facilitadora', async () => {
      await page.goto('/facilitacion');
      await page.getByRole('link', { name: say('meetings', 'proposal.new') }).click();
      await field(page, 'titulo').fill(title);
      await press('proposal.keep');
      await told('notice.proposal_kept');
      await expectAccessible(page);
      await page.getByRole('link', { name: title }).click();
      await expect(field(page, 'titulo')).toHaveValue(title);
      await press('proposal.send');
      await expect(field(page, 'para_que')).toHaveAttribute('aria-invalid', 'true');
      await expectAccessible(page);
      await fillMeeting(page, pointing, title);
      await field(page, 'cierra').fill('');
      await press('proposal.send');
      await told('notice.proposal_sent');
    });
    await as(page, 'coordinacion', async () => {
      await page.goto('/facilitacion');
      await page.getByRole('link', { name: title }).click();
      await expect(page.getByText(say('meetings', 'proposal.return.open'))).toBeVisible();
      await expectAccessible(page);
      await press('proposal.accept.publish');
      await told('notice.proposal_accepted');
      await expectAccessible(page);
      id = /\/talleres\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
      await page.getByRole('link', { name: say('meetings', 'prepare.copy') }).click();
      await expect(field(page, 'titulo')).toHaveValue(title);
      await expect(field(page, 'inicia')).toHaveValue('');
    });
    await page.goto(`/talleres/${id}`);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  });
});
