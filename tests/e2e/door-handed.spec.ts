import { sql } from 'kysely';
import { expectAccessible } from './accessibility.ts';
import { BrokenLine } from './broken-line.ts';
import { expect } from './fixtures.ts';
import { test, Device, say, db, newDoor, newPersonAt } from './door-device.ts';

test('at 360 px the search and «llegó» come first; who came answers alone on a screen that then locks', async () => {
  test.setTimeout(180_000);
  const meetingId = await newDoor();
  for (const place of [1, 2, 3, 4, 5, 6, 7, 8, 9])
    await newPersonAt(meetingId, `Vecina Número ${place}`, { place });
  const line = await BrokenLine.open(process.env['E2E_URL']!);
  const device = new Device(line, meetingId);
  const { page } = await (async () => {
    await device.prepare('Tableta de mano');
    return device;
  })();
  try {
    const search = page.getByLabel(say('door', 'door.search'));
    const arrive = page.getByRole('button', {
      name: say('door', 'door.arrive.of', { name: 'Vecina Número 1' }),
    });
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(search).toBeInViewport({ ratio: 1 });
    await expect(arrive).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: say('door', 'door.people.all') }).click();
    await expect(page.getByText('Vecina Número 9')).toBeVisible();
    await device.goOffline();

    // Without a contact, and with the questions at once.
    await device.openFold(say('door', 'door.walk_in.heading'));
    await page.locator('[name=nombre]').fill('Señora Sin Teléfono');
    await page.locator('[name=acepta_inscripcion]').check();
    await page.getByRole('button', { name: say('door', 'door.walk_in.send'), exact: true }).click();
    await device.expectCounts({ pendientes: 2, presentes: 1 });
    await page.getByRole('button', { name: say('door', 'door.handed.offer'), exact: true }).click();
    const handed = page.getByRole('dialog', { name: say('door', 'door.handed.title') });
    await expect(handed).toBeVisible();
    await expect(page.getByText('Vecina Número'), 'nobody else is there').toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(handed).toBeVisible();
    await expectAccessible(page);
    const send = handed.getByRole('button', { name: say('door', 'door.handed.send') });
    await send.click();
    await expect(handed.getByText(say('fields', 'answer_something'))).toBeVisible();
    await handed.locator('[name=genero][value=mujer]').check();
    await handed.locator('[name=acepta_estadistica]').check();
    await send.click();
    await expect(handed.getByText(say('door', 'door.handed.back'))).toBeVisible();
    await expectAccessible(page);
    await device.unlock();
    await expect(handed).toHaveCount(0);
    await device.expectCounts({ pendientes: 3 });

    // Opened again without connection it does not say that it is not kept.
    await page.reload();
    await device.unlock();
    await expect(page.getByText(say('door', 'door.shell.kept'))).toBeVisible({ timeout: 70_000 });
    await expect(page.getByText(say('door', 'door.shell.missing'))).toHaveCount(0);
    await expectAccessible(page);

    line.mend({ bad: false });
    await device.context.setOffline(false);
    await device.expectCounts({ pendientes: 0, confirmados: 3 }, 60_000);
    const { rows } = await sql<{ answers: object }>`
      select answers
      from declared.declaration
      where meeting_id = ${meetingId}::uuid
    `.execute(db);
    expect(rows).toMatchObject([{ answers: { genero: 'mujer', canal: 'puerta' } }]);
  } finally {
    await device.context.close().catch(() => undefined);
    await line.close();
  }
});
