import type { Page } from '@playwright/test';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { bringTo } from './drawn-meeting.ts';
import { expect, mailTo, signIn, signOut } from './fixtures.ts';
import { wordsOf } from './words.ts';

export const say = wordsOf('es');
export const tag = Date.now().toString(36);
/** A moment of Bogotá as a field has it. */
export const moment = (hours: number) =>
  new Date(Date.now() + (hours - 5) * 3_600_000).toISOString().slice(0, 16);
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Twelve of middle age, four older, four who said nothing. */
export const twenty = [
  ...Array.from({ length: 12 }, () => ({ anio_nacimiento: 1985 })),
  ...Array.from({ length: 4 }, () => ({ anio_nacimiento: 1950 })),
  ...Array.from({ length: 4 }, () => ({})),
];

/**
 * Waits, looking again by the link, until the desk shows something: so does somebody without
 * script.
 */
export async function lookUntil(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

/** Prepares a draw with what its goals propose and has its lottery proven. */
export async function prove(page: Page, id: string): Promise<void> {
  await page.goto(`/facilitacion/talleres/${id}/sorteo`);
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  await lookUntil(page, say('draw', 'draw.proven.title'));
}

/** Somebody registers for the draw; gives the path of their page. */
export async function enter(page: Page, id: string, mail: string): Promise<string> {
  await page.goto(`/talleres/${id}`);
  await expect(page.locator('script')).toHaveCount(0);
  await expect(page.getByText(/no importa quién llega primero/)).toBeVisible();
  await expectUsable(page);
  await page.getByRole('link', { name: say('meetings', 'allocation.how') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('draw', 'draw.page.heading.soon'),
  );
  await expect(page.locator('script')).toHaveCount(0);
  await expectUsable(page);
  await page.goto(`/talleres/${id}`);
  await page.getByRole('link', { name: say('meetings', 'meeting.enter_draw') }).click();
  await expect(page.getByText(say('registration', 'form.in_draw'))).toBeVisible();
  await expectAccessible(page);
  await page.locator('[name=nombre]').fill('Rosa Elena Cubillos');
  await page.locator('[name=correo]').fill(mail);
  await page.locator('[name=acepta_inscripcion]').check();
  await page
    .getByRole('button', { name: say('registration', 'form.send_draw') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('registration', 'own.heading.in_draw'),
  );
  await expect(page.getByRole('region', { name: say('draw', 'draw.own.title') })).toHaveCount(0);
  await expectAccessible(page);
  expect((await mailTo(page, mail)).asunto).toContain('Estás en el sorteo');
  return new URL(page.url()).pathname;
}

/** From the desk, after registration closed: quotas, proof, commitment, draw. */
export async function walkDesk(page: Page, id: string, result: string): Promise<void> {
  await signIn(page, 'facilitadora');
  await page.goto(`/facilitacion/talleres/${id}/preparar`);
  await page.getByRole('link', { name: say('meetings', 'prepare.lacking.draw') }).click();
  await expect(page).toHaveURL(/\/sorteo$/);
  await expectUsable(page);
  const [min, max] = [page.locator('[name^="min."]'), page.locator('[name^="max."]')];
  await expect(min).toHaveValue('2');
  await expect(max).toHaveValue('3');
  await min.fill('tres');
  await button(page, say('draw', 'draw.prepare')).click();
  await expect(min).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await min.fill('4');
  await max.fill('4');
  await button(page, say('draw', 'draw.prepare')).click();
  await expect(page.getByText(say('flash', 'notice.draw_prepared'))).toBeVisible();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await expect(page.getByText(/^Toma como mucho/)).toBeVisible();
  await expectUsable(page);
  await page.locator('summary', { hasText: say('draw', 'draw.prepare.again') }).click();
  await expectAccessible(page);
  await min.fill('2');
  await max.fill('2');
  await button(page, say('draw', 'draw.prepare')).click();
  await lookUntil(page, say('draw', 'draw.ready.title'));
  await button(page, say('draw', 'draw.start')).click();
  await lookUntil(page, say('draw', 'draw.proven.title'));
  await expectUsable(page);

  // The moment has to be one to come, and the lottery be said exactly.
  await page.locator('[name=origen][value=loteria]').check();
  await page.locator('[name=loteria]').fill('Lotería de Bogotá');
  await page.locator('[name=cifras]').fill('2');
  await page.locator('[name=momento]').fill(moment(-2));
  await button(page, say('draw', 'draw.commit')).click();
  await expect(page.locator('[name=sorteo]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=cifras]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=loteria]')).toHaveValue('Lotería de Bogotá');
  await expectAccessible(page);
  await page.locator('[name=sorteo]').fill('2857');
  await page.locator('[name=cifras]').fill('4');
  await button(page, say('draw', 'draw.commit')).click();
  await expect(page.locator('[name=momento]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name=momento]').fill(moment(20));
  await button(page, say('draw', 'draw.commit')).click();
  await expect(page.getByText(say('flash', 'notice.lottery_committed'))).toBeVisible();
  await expect(button(page, say('draw', 'draw.hold'))).toHaveCount(0);
  await expectUsable(page);
  await page.getByRole('link', { name: say('draw', 'draw.public.see') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('draw', 'draw.page.heading.committed'),
  );
  await expect(page.locator('script')).toHaveCount(0);
  await expectUsable(page);

  await expect(page.getByText(/Lotería de Bogotá, sorteo 2857 del/)).toBeVisible();
  await expect(page.getByText(`${moment(20).slice(0, 10)}|nnnnsss`)).toBeVisible();
  await expect(
    page.getByText(say('draw', 'draw.trust.lottery_rigged', { name: 'Lotería de Bogotá' })),
  ).toBeVisible();

  await bringTo(id, 'source_at');
  await page.goto(`/facilitacion/talleres/${id}/sorteo`);
  await button(page, say('draw', 'draw.hold')).click();
  await expect(page.locator('[name=resultado]')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.locator('[name=resultado]').fill(`${result}0`);
  await button(page, say('draw', 'draw.hold')).click();
  await expect(page.locator('[name=resultado]')).toHaveAttribute('aria-invalid', 'true');
  await expect(
    page.getByText(say('errors', 'source_digits', { digits: 4, series: 3 })).first(),
  ).toBeVisible();
  await page.locator('[name=resultado]').fill(result);
  await button(page, say('draw', 'draw.hold')).click();
  await expect(page.getByText(say('draw', 'draw.held.title'), { exact: true })).toBeVisible();
  await expectUsable(page);
  await expect(page.getByText('Persona en espera 1')).toHaveCount(0);
  await signOut(page);
}
