import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect } from './fixtures.ts';
import type { Hands } from './hands.ts';
import { wordsOf } from './words.ts';

export const say = wordsOf('es');
export const tag = Date.now().toString(36);
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The field of a name: each of these pages has it once where it is used here. */
export const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();
const box = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`);

/** Fills in a meeting of the commitment that the demonstration's facilitator has. */
export async function fillMeeting(page: Page, hands: Hands, title: string): Promise<void> {
  await hands.type(page, field(page, 'titulo'), title);
  await hands.type(
    page,
    field(page, 'para_que'),
    'Elegir juntos los cruces que se arreglan primero.',
  );
  await hands.tick(page, box(page, 'compromisos', 'seguridad-vial'));
  // A native field of date and time: typed digit by digit its order is the browser's own language.
  await field(page, 'inicia').fill(`${day(20)}T09:00`);
  await field(page, 'termina').fill(`${day(20)}T12:00`);
  await hands.type(page, field(page, 'lugar'), 'Salón comunal Santa Librada');
  await hands.choose(page, field(page, 'localidad'), '05');
  await hands.type(page, field(page, 'cupo'), '30');
  await field(page, 'cierra').fill(`${day(19)}T18:00`);
  await hands.tick(page, box(page, 'accesibilidad', 'lsc'));
  await hands.tick(page, box(page, 'idiomas', 'csn'));
}

/** Calls a meeting from the desk and publishes it; gives its id. */
export async function callMeeting(page: Page, hands: Hands, title: string): Promise<string> {
  await page.goto('/facilitacion');
  await expectAccessible(page);
  await hands.press(page, page.getByRole('link', { name: say('meetings', 'prepare.new') }));
  await expect(page).toHaveURL(/\/nuevo$/);
  await expectAccessible(page);
  await fillMeeting(page, hands, title);
  await hands.press(page, page.getByRole('button', { name: say('meetings', 'prepare.preview') }));
  await expect(
    page.getByRole('region', { name: say('meetings', 'prepare.preview.title') }),
  ).toContainText('Salón comunal Santa Librada');
  await expectAccessible(page);
  await hands.press(
    page,
    page.getByRole('button', { name: say('meetings', 'prepare.save.draft') }),
  );
  await expect(page).toHaveURL(/\/facilitacion\/talleres\/[0-9a-f-]{36}\/preparar$/);
  const id = /talleres\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  await expect(field(page, 'inicia')).toHaveValue(`${day(20)}T09:00`);
  await expectAccessible(page);
  await hands.press(
    page,
    page.getByRole('button', { name: say('meetings', 'prepare.publish'), exact: true }),
  );
  await expect(page.getByText(say('meetings', 'state.publicado'), { exact: true })).toBeVisible();
  await expectAccessible(page);
  return id;
}
