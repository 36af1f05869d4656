import { expect, type Page } from '@playwright/test';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { expectAccessible, expectPasteAllowed } from './accessibility.ts';
import { as, mailTo, signOut } from './fixtures.ts';
import type { Hands } from './hands.ts';
import { wordsOf } from './words.ts';

export type Walk = {
  page: Page;
  hands: Hands;
  locale: Locale;
  script: boolean;
  /** Makes names and titles of this walk its own. */
  tag: string;
};

export const commitment = 'seguridad-vial';

/**
 * Somebody writes before having an account, registers, confirms the address and sends: nothing
 * typed is lost.
 */
export async function writeAndSend({
  page,
  hands,
  locale,
  tag,
}: Walk): Promise<{ ideaPath: string; title: string; email: string }> {
  const say = wordsOf(locale);
  const title = `Cebras que se vean de noche ${tag}`;
  const email = `viaje-${tag.toLowerCase()}@prueba.convite`;
  const password = 'una frase larga 1234';
  await page.goto('/');
  await expectAccessible(page);
  await hands.press(page, page.getByRole('main').locator('a[href="/ideas/nueva"]').first());
  await expect(page).toHaveURL(/\/ideas\/nueva/);

  // What is wrong is told beside its field and on top, with what was typed kept.
  await hands.type(page, page.locator('[name=titulo]'), 'Ay');
  await hands.press(
    page,
    page.getByRole('button', { name: say('ideas', 'form.send'), exact: true }),
  );
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('[name=titulo]')).toHaveValue('Ay');
  await expect(page.locator('[name=titulo]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=descripcion]')).toHaveAttribute(
    'aria-describedby',
    /descripcion-e/,
  );
  await expectAccessible(page);

  await hands.choose(page, page.locator('[name=compromiso]'), commitment);
  await hands.type(page, page.locator('[name=titulo]'), title);
  await hands.type(
    page,
    page.locator('[name=descripcion]'),
    'En la esquina del colegio la pintura se borró.\n\nPropongo pintar con material que ' +
      'brille y revisar cada seis meses.',
  );
  await hands.choose(page, page.locator('[name=localidad]'), '08');
  await hands.press(page, page.getByRole('button', { name: say('ideas', 'form.preview') }));
  await expect(page.getByText(say('ideas', 'preview.heading'))).toBeVisible();
  await expectAccessible(page);
  await hands.press(
    page,
    page.getByRole('button', { name: say('ideas', 'form.send'), exact: true }),
  );

  await expect(page).toHaveURL(/\/entrar\?volver=/);
  await expectPasteAllowed(page.locator('#clave'));
  await expectAccessible(page);
  await hands.press(page, page.getByRole('main').locator('a[href^="/registro"]').first());
  await hands.type(page, page.locator('[name=nombre]'), `Persona ${tag}`);
  await hands.type(page, page.locator('#correo'), email);
  await hands.type(page, page.locator('#clave'), password);
  await hands.tick(page, page.locator('[name=mayor_de_edad][value=si]'));
  await hands.tick(page, page.locator('[name=acepta_datos]'));
  await expectAccessible(page);
  await hands.press(page, page.getByRole('button', { name: say('accounts', 'register.submit') }));
  await expect(page).toHaveURL(/\/entrar\?/);
  await expectAccessible(page);

  // The link of the mail opens a page with one button: scanners of mail fetch links.
  const mail = await mailTo(page, email);
  const link = mail.enlaces.find((each) => each.includes('/enlace/'))!;
  await page.goto(new URL(link).pathname);
  await expectAccessible(page);
  await hands.press(page, page.getByRole('main').getByRole('button').first());
  await expect(page).toHaveURL(/\/entrar|\/cuenta|\/ideas/);
  if (page.url().includes('/entrar')) {
    await hands.type(page, page.locator('#correo'), email);
    await hands.type(page, page.locator('#clave'), password);
    await hands.press(
      page,
      page.getByRole('button', { name: say('accounts', 'enter.submit'), exact: true }).first(),
    );
    await expect(page).not.toHaveURL(/\/entrar/);
  }
  await page.goto('/ideas/nueva');
  await expect(page.locator('[name=titulo]')).toHaveValue(title);
  await expect(page.locator('[name=localidad]')).toHaveValue('08');
  await expectAccessible(page);
  await hands.press(
    page,
    page.getByRole('button', { name: say('ideas', 'form.send'), exact: true }),
  );
  await expect(page).toHaveURL(/\/ideas\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText(say('ideas', 'own.enviada.title'))).toBeVisible();
  await expectAccessible(page);
  const ideaPath = new URL(page.url()).pathname;
  await signOut(page);
  // To everybody else it is not there yet.
  const answer = await page.goto(ideaPath);
  expect(answer!.status()).toBe(404);
  await expectAccessible(page);
  return { ideaPath, title, email };
}

/** A moderator finds the idea in the queue and publishes it; the author is told. */
export async function triage(
  { page, hands, locale }: Walk,
  { ideaPath, title, email }: { ideaPath: string; title: string; email: string },
): Promise<void> {
  const say = wordsOf(locale);
  await as(page, 'moderadora', async () => {
    await page.goto('/moderacion');
    await expectAccessible(page);
    await page.goto(`/moderacion${ideaPath}`);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expectAccessible(page);
    // Without a decision nothing happens, and it says so.
    await hands.press(page, page.getByRole('button', { name: say('moderation', 'decide.send') }));
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await hands.tick(page, page.locator('[name=decision][value=publicar]'));
    await hands.press(page, page.getByRole('button', { name: say('moderation', 'decide.send') }));
    await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
    await expectAccessible(page);
  });
  await page.goto(ideaPath);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await mailTo(page, email, new RegExp('.'));
}

/**
 * Somebody else finds it by searching, supports it, takes it back, supports again, and comments.
 */
export async function support(
  { page, hands, locale, tag }: Walk,
  { ideaPath, title }: { ideaPath: string; title: string },
): Promise<void> {
  const say = wordsOf(locale);
  await as(page, 'ciudadano2', async () => {
    await page.goto('/ideas');
    await hands.type(page, page.locator('#q'), `cebra noche ${tag}`);
    await hands.press(
      page,
      page.getByRole('button', { name: say('ideas', 'filters.search'), exact: true }),
    );
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await expectAccessible(page);
    await hands.press(page, page.getByRole('link', { name: title }));
    await expect(page).toHaveURL(new RegExp(ideaPath));
    await expectAccessible(page);
    const give = page.locator('button[name=accion][value=apoyar]');
    const take = page.locator('button[name=accion][value=retirar]');
    await expect(give).toHaveAttribute('aria-pressed', 'false');
    await hands.press(page, give);
    await expect(take).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
    // The next wish counts once the last one arrived.
    const arrived = async () =>
      await expect(page.locator('button[name=accion][aria-busy]')).toHaveCount(0);
    await arrived();
    await hands.press(page, take);
    await expect(give).toBeVisible();
    await arrived();
    await hands.press(page, give);
    await expect(take).toBeVisible();
    await arrived();
    await hands.type(page, page.locator('#texto'), 'En mi cuadra pasa lo mismo.');
    await hands.press(
      page,
      page.getByRole('button', { name: say('ideas', 'comments.send'), exact: true }),
    );
    await expect(page.getByText('En mi cuadra pasa lo mismo.')).toBeVisible();
    await expectAccessible(page);
  });
}
