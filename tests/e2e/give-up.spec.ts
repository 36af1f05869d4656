import { expectAccessible } from './accessibility.ts';
import { expect, noScript, phone, signIn, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

for (const [name, options] of [
  ['with script', {}],
  ['without script, at 360 px', { ...phone, ...noScript }],
] as const)
  test.describe(`giving a place up, ${name}`, () => {
    test.use(options);

    test('asks for more than the code; who facilitates does it for who has no mail, and corrects a contact', async ({
      page,
    }) => {
      const say = wordsOf('es');
      const { id } = await withOwner(
        async (db) => await facilitatedMeeting(db, { capacity: 20, startsIn: 96, closesIn: 90 }),
      );
      const made = await page.request.post(`/talleres/${id}/inscripcion`, {
        form: { nombre: 'Don Hermes Rozo', telefono: '3105550191', acepta_inscripcion: 'si' },
        maxRedirects: 0,
      });
      const path = new URL(made.headers()['location']!, 'http://x').pathname;
      const post = async () =>
        await page.request.post(path, { form: { accion: 'cancelar' }, maxRedirects: 0 });

      // A browser that knows the code and nothing else.
      await page.context().clearCookies();
      await page.goto(path);
      await page.getByText(say('registration', 'own.cancel.open')).click();
      await expect(page.getByText(say('registration', 'own.cancel.closed'))).toBeVisible();
      await expect(
        page.getByRole('button', { name: say('registration', 'own.cancel') }),
      ).toHaveCount(0);
      await expectAccessible(page);
      const refused = await post();
      expect(refused.status()).toBe(409);
      expect(await refused.text()).toContain(say('errors', 'registration_not_opened'));

      await signIn(page, 'facilitadora');
      expect((await post()).status(), 'nor for who facilitates, by the code').toBe(409);
      await page.goto(`/facilitacion/talleres/${id}`);
      await page.getByRole('link', { name: say('door', 'door.paper') }).click();
      // First a digit that was copied wrong.
      await page.getByText(say('roster', 'contact.open')).click();
      await page.getByLabel(say('roster', 'contact.who')).selectOption('Don Hermes Rozo');
      await page.getByRole('button', { name: say('roster', 'contact.next') }).click();
      const number = page.getByLabel(say('roster', 'contact.phone'));
      await expect(number).toHaveValue('3105550191');
      await number.fill('31055');
      await page.getByRole('button', { name: say('roster', 'contact.send') }).click();
      await expect(number).toHaveAttribute('aria-invalid', 'true');
      await expect(number, 'what was typed stays').toHaveValue('31055');
      await expectAccessible(page);
      await number.fill('3105550192');
      await page.getByRole('button', { name: say('roster', 'contact.send') }).click();
      await expect(page.getByRole('status')).toContainText(
        say('flash', 'notice.contact_corrected'),
      );
      await page.getByText(say('roster', 'cancel_for.open')).click();
      await expectAccessible(page);
      const send = page.getByRole('button', { name: say('roster', 'cancel_for.send') });
      await send.click();
      const who = page.getByLabel(say('roster', 'cancel_for.who'));
      await expect(who).toHaveAttribute('aria-invalid', 'true');
      await expect(who, 'the form stays open where it is wrong').toBeVisible();
      await expectAccessible(page);
      await who.selectOption({ label: 'Don Hermes Rozo · 3105550192' });
      await send.click();
      await expect(
        page
          .getByRole('status')
          .filter({ hasText: say('flash', 'notice.registration_cancelled_for') }),
      ).toBeVisible();
      await expect(page.getByText(say('roster', 'cancel_for.open'))).toHaveCount(0);
      await expectAccessible(page);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say('registration', 'own.heading.cancelada'),
      );
    });
  });
