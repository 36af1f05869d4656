import { newId } from '#app/kernel/ids.ts';
import { codeKey, codeOfRegistration } from '#app/domains/registration/match-keys.server.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, noScript, phone, signIn, test } from './fixtures.ts';
import { facilitatedMeeting, withOwner } from './owner.ts';
import { wordsOf } from './words.ts';

/** Somebody without mail, to whom a place was offered, and somebody who was answered. */
async function peopleToCall(tag: string): Promise<void> {
  await withOwner(async (db) => {
    const { id } = await facilitatedMeeting(db, { capacity: 2, startsIn: 96, closesIn: 90 });
    for (const [place, about] of (['offered', 'need_answered'] as const).entries()) {
      const registrationId = newId();
      await db
        .insertInto('registration')
        .values({
          id: registrationId,
          meeting_id: id,
          code_key: codeKey(codeOfRegistration(registrationId)),
          place: place + 1,
          state: about === 'offered' ? 'ofrecida' : 'inscrita',
          offered_until: about === 'offered' ? new Date(Date.now() + 86_400_000) : null,
          channel: 'web',
          name: `${about === 'offered' ? 'Rosalba' : 'Martha'} ${tag}`,
          phone: `31055501${place}2`,
          created_at: new Date(),
        })
        .execute();
      await db
        .insertInto('registration_call')
        .values({
          id: newId(),
          registration_id: registrationId,
          about,
          subject: about === 'offered' ? 'place' : 'need',
          note: about === 'offered' ? '' : 'Sí habrá rampa',
          due_at: new Date(Date.now() + 3_600_000),
          created_at: new Date(),
        })
        .execute();
    }
  });
}

for (const [name, options] of [
  ['on a telephone', phone],
  ['without script', noScript],
] as const)
  test.describe(`calls, ${name}`, () => {
    test.use(options);

    test('are made one by one: nobody answers, they say yes, we talk', async ({ page }) => {
      const say = wordsOf('es');
      const tag = newId().slice(-6);
      await peopleToCall(tag);
      await signIn(page, 'facilitadora');
      await page.goto('/facilitacion');
      await page.getByRole('link', { name: say('roster', 'calls.title'), exact: true }).click();
      await expect(page).toHaveURL(/\/facilitacion\/por-llamar$/);
      const card = (who: string) => page.locator('.call', { hasText: `${who} ${tag}` });
      await expect(card('Rosalba').getByRole('link', { name: '3105550102' })).toHaveAttribute(
        'href',
        'tel:3105550102',
      );
      await expect(card('Martha')).toContainText('Sí habrá rampa');
      await expectAccessible(page);
      const press = async (who: string, result: 'acepta' | 'hablamos' | 'no_contesto') => {
        const label = say('roster', `calls.result.${result}`);
        await card(who).getByRole('button', { name: label }).click();
        await expect(page.getByRole('status')).toContainText(say('flash', 'notice.call_noted'));
      };
      await press('Rosalba', 'no_contesto');
      await expect(card('Rosalba')).toContainText('Último intento');
      await expectAccessible(page);
      await press('Rosalba', 'acepta');
      await expect(card('Rosalba')).toHaveCount(0);
      await press('Martha', 'hablamos');
      await expect(card('Martha')).toHaveCount(0);
      await expectAccessible(page);
    });
  });
