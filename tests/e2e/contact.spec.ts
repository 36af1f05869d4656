import { newId } from '#app/kernel/ids.ts';
import { expectAccessible, expectReflow } from './accessibility.ts';
import { as, expect, mailTo, noScript, phone, signIn, test } from './fixtures.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('es');

test.describe('letters, on a telephone and without script', () => {
  test.use({ ...phone, ...noScript });

  test('a data claim is asked for more, completed by its code and answered', async ({ page }) => {
    const tag = newId().slice(-6);
    const email = `reclama-${tag}@prueba.convite`;
    await page.goto('/ayuda/contacto?tipo=datos');
    await expectAccessible(page);
    await page.getByRole('button', { name: say('letters', 'form.send') }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('[name=nombre]')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await page.locator('[name=tipo][value=datos]').check();
    await page.locator('[name=pide]').selectOption('reclamo');
    await page.locator('[name=nombre]').fill(`Rosalba ${tag}`);
    await page.locator('[name=correo]').fill(email);
    await page.locator('[name=texto]').fill(`Mi nombre quedó mal escrito en la lista ${tag}.`);
    await page.getByRole('button', { name: say('letters', 'form.send') }).click();
    await expect(page).toHaveURL(/\/ayuda\/contacto\/[0-9A-Z-]{19}$/);
    await expect(page.getByRole('status')).toContainText(say('flash', 'notice.letter_sent'));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/R-20\d\d-\d{4}/);
    await expectAccessible(page);
    const own = page.url();
    const number = /R-20\d\d-\d{4,}/.exec(await page.locator('h1').innerText())![0];
    const receipt = await mailTo(page, email, new RegExp(number));
    expect(receipt.enlaces.join()).toContain(new URL(own).pathname);

    const desk = async (act: () => Promise<void>) =>
      await as(page, 'coordinacion', async () => {
        await page.goto('/coordinacion/solicitudes');
        await expectAccessible(page);
        await page.getByRole('link', { name: number }).click();
        await expect(page.getByText(`Rosalba ${tag}`)).toBeVisible();
        await act();
        await expect(page.getByRole('status')).toContainText(say('flash', 'notice.letter_handled'));
        await expectAccessible(page);
      });
    await desk(async () => {
      await page.getByText(say('letters', 'one.ask'), { exact: true }).click();
      await page.locator('#texto-pedir').fill('¿En qué taller te inscribiste?');
      await page.getByRole('button', { name: say('letters', 'one.ask.send') }).click();
    });
    await page.goto(own);
    await expect(page.getByText('¿En qué taller te inscribiste?')).toBeVisible();
    await page.locator('[name=texto]').fill('En el de Usme.');
    await page.getByRole('button', { name: say('letters', 'own.reply.send') }).click();
    await expect(page.getByRole('status')).toContainText(say('flash', 'notice.letter_completed'));
    await desk(async () => {
      await expect(page.getByText('En el de Usme.')).toBeVisible();
      await page.locator('#texto-responder').fill('Ya corregimos tu nombre en la lista.');
      await page.getByRole('button', { name: say('letters', 'one.answer') }).click();
    });
    await mailTo(page, email, new RegExp(`^${say('letters', 'state.respondida').slice(0, 4)}`));
    await page.goto('/ayuda/contacto');
    const code = own.split('/').at(-1)!;
    await page.locator('[name=codigo]').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: say('letters', 'form.code.see') }).click();
    await expect(page).toHaveURL(own);
    await expect(page.getByText('Ya corregimos tu nombre en la lista.')).toBeVisible();
    await expectAccessible(page);
  });

  test('who has only a telephone is called by coordination with the answer', async ({ page }) => {
    const tag = newId().slice(-6);
    const answer = await page.request.post('/ayuda/contacto', {
      form: {
        tipo: 'barrera',
        nombre: `Tulia ${tag}`,
        telefono: '310 555 0188',
        texto: 'No puedo subir las escaleras del salón donde es el taller.',
      },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    await page.goto(answer.headers()['location']!);
    const number = /R-20\d\d-\d{4,}/.exec(await page.locator('h1').innerText())![0];
    await signIn(page, 'coordinacion');
    await page.goto('/coordinacion');
    await page.getByRole('link', { name: /por llamar sobre su/ }).click();
    const card = page.locator('.call', { hasText: `Tulia ${tag}` });
    await expect(card.getByRole('link', { name: /310/ })).toHaveAttribute('href', 'tel:3105550188');
    await expect(card).toContainText(number);
    await expectAccessible(page);
    await card.getByRole('link', { name: number }).click();
    await page.locator('#texto-responder').fill('El taller pasa al primer piso.');
    await page.getByRole('button', { name: say('letters', 'one.answer') }).click();
    await page.goto('/coordinacion/solicitudes?vista=llamadas');
    await expect(card).toContainText('El taller pasa al primer piso.');
    await card.getByRole('button', { name: say('letters', 'calls.result.hablamos') }).click();
    await expect(page.getByRole('status')).toContainText(say('flash', 'notice.call_noted'));
    await expect(card).toHaveCount(0);
    await expectAccessible(page);
  });

  test('who runs the site stands at the foot of each page, in the policy and in the menus', async ({
    page,
  }) => {
    for (const path of ['/terminos', '/participa', '/transparencia/informacion', '/atencion']) {
      await page.goto(path);
      await expectAccessible(page);
      await expectReflow(page);
    }
    const foot = page.getByRole('contentinfo');
    await expect(foot.getByRole('link', { name: say('common', 'contact.write') })).toHaveAttribute(
      'href',
      '/ayuda/contacto',
    );
    const dial = foot.locator('a[href^="tel:"]');
    await expect(dial).toHaveAttribute('href', /^tel:\+?\d+$/);
    const number = await dial.innerText();
    await page.goto('/privacidad');
    await expect(page.getByRole('main').getByRole('link', { name: number })).toBeVisible();
    await expectAccessible(page);
    await page.goto('/no-existe');
    await expect(
      page.getByRole('main').getByRole('link', { name: say('common', 'contact.write') }),
    ).toHaveAttribute('href', '/ayuda/contacto');

    const map = await (await page.request.get('/sitemap.xml')).text();
    const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url]) => new URL(url!).pathname,
    );
    expect(paths).toContain('/terminos');
    expect(paths.filter((path) => /^\/compromisos\//.test(path)).length).toBeGreaterThan(1);
    expect(paths.filter((path) => /^\/ideas\//.test(path)).length).toBeGreaterThan(20);
    const workspace =
      /^\/(coordinacion|moderacion|facilitacion|circulo\/mesa|cuenta|entidad|buzon)/;
    expect(paths.filter((path) => workspace.test(path))).toEqual([]);
  });
});
