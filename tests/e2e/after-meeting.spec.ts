import { codeKey } from '#app/domains/registration/match-keys.server.ts';
import { expectUsable } from './accessibility.ts';
import { as, expect, test } from './fixtures.ts';
import { heldMeeting } from './held-meeting.ts';
import { withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

/** Gives registrations to an account, as registering while signed in would. */
async function giveTo(email: string, code: string): Promise<void> {
  await withOwner(async (db) => {
    const { id } = await db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    await db
      .updateTable('registration')
      .set({ person_id: id })
      .where('code_key', '=', codeKey(code))
      .execute();
  });
}

test('after the meeting its registrations say to their person alone whether they came', async ({
  page,
}) => {
  const { codes } = await heldMeeting('Cruces de la tarde', 2, 1);
  const [came, missed] = [codes[0]!, codes[1]!];
  const heading = page.getByRole('heading', { level: 1 });
  const seen: string[] = [];
  for (const code of [came, missed]) {
    await page.goto(`/inscripciones/${code}`);
    await expect(heading).toHaveText(say('registration', 'own.heading.past'));
    await expect(page.getByText(say('registration', 'own.code.past'))).toBeVisible();
    await expect(page.getByRole('button', { name: say('registration', 'own.cancel') })).toHaveCount(
      0,
    );
    seen.push((await page.locator('main').innerText()).replaceAll(code, ''));
  }
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).not.toContain(say('registration', 'own.heading.inscrita'));
  await expectUsable(page);

  await giveTo('ciudadana@demo.convite', came);
  await giveTo('ciudadano2@demo.convite', missed);
  const certificate = page.getByRole('link', { name: say('registration', 'own.certificate') });
  await as(page, 'ciudadana', async () => {
    await page.goto(`/inscripciones/${came}`);
    await expect(heading).toHaveText(say('registration', 'own.heading.past_came'));
    await expect(certificate).toBeVisible();
    await expectUsable(page);
    await page.goto(`/inscripciones/${missed}`);
    await expect(heading).toHaveText(say('registration', 'own.heading.past'));
  });
  await as(page, 'ciudadano2', async () => {
    await page.goto(`/inscripciones/${missed}`);
    await expect(heading).toHaveText(say('registration', 'own.heading.past_registered'));
    await expect(certificate).toHaveCount(0);
  });
});
