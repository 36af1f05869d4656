import { expect } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { as } from './fixtures.ts';
import { commitment, support, triage, writeAndSend, type Walk } from './road-of-idea.ts';
import { wordsOf } from './words.ts';

/** A moderator builds a proposal from the idea, marks it ready and sends it to the commission. */
export async function propose(
  { page, hands, locale, tag }: Walk,
  { ideaPath }: { ideaPath: string },
): Promise<{ proposalPath: string; ideaId: string }> {
  const say = wordsOf(locale);
  const ideaId = ideaPath.split('/').pop()!;
  let proposalPath = '';
  await as(page, 'moderadora', async () => {
    await page.goto(
      `/moderacion/propuestas/nueva?compromiso=${commitment}&q=${encodeURIComponent(`cebras noche ${tag}`)}`,
    );
    await expectAccessible(page);
    await hands.type(
      page,
      page.locator('[name=titulo]'),
      `Cebras visibles frente a colegios ${tag}`,
    );
    await hands.type(
      page,
      page.locator('[name=problema]'),
      'La pintura de las cebras se borra y de noche no se ven.',
    );
    await hands.type(
      page,
      page.locator('[name=propuesta]'),
      'Pintar con material reflectivo frente a cada colegio y revisar cada seis meses.',
    );
    await hands.tick(page, page.locator(`[name=ideas][value="${ideaId}"]`));
    await hands.type(
      page,
      page.locator(`[name="tomado.${ideaId}"]`),
      'El material que brilla y la revisión.',
    );
    await expectAccessible(page);
    await hands.press(page, page.getByRole('button', { name: say('proposals', 'new.save') }));
    await expect(page).toHaveURL(/\/propuestas\/[0-9a-f-]{36}$/);
    await expectAccessible(page);
    proposalPath = new URL(page.url()).pathname;
    await page.goto(`/moderacion${proposalPath}`);
    await hands.press(
      page,
      page.getByRole('button', { name: say('proposals', 'edit.ready'), exact: true }),
    );
    await expect(
      page.getByRole('button', { name: say('proposals', 'edit.send'), exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
    await hands.press(
      page,
      page.getByRole('button', { name: say('proposals', 'edit.send'), exact: true }),
    );
    await expect(page).toHaveURL(new RegExp(`${proposalPath}$`));
    await expectAccessible(page);
  });
  return { proposalPath, ideaId };
}

/** Both sectors of the commission sit down, vote, and answer the idea with reasons. */
export async function decide(
  { page, hands, locale }: Walk,
  { proposalPath, ideaId }: { proposalPath: string; ideaId: string },
): Promise<void> {
  const say = wordsOf(locale);
  const table = `/circulo/mesa/${proposalPath.split('/').pop()}`;
  for (const account of ['circulo-gobierno', 'circulo-civil'] as const) {
    await as(page, account, async () => {
      await page.goto('/circulo/mesa');
      await expectAccessible(page);
      await page.goto(table);
      await hands.press(page, page.locator('button[name=presente][value=si]'));
      await expect(page.locator('button[name=presente][value=no]')).toBeVisible();
      await hands.tick(page, page.locator('[name=voto][value=a_favor]'));
      await hands.press(
        page,
        page.getByRole('button', { name: say('circle', 'vote.cast'), exact: true }),
      );
      await expect(
        page.getByRole('button', { name: say('circle', 'vote.change'), exact: true }),
      ).toBeVisible();
      await expectAccessible(page);
      if (account === 'circulo-gobierno') return;
      // A decision without an answer for the idea is not taken.
      await hands.tick(page, page.locator('[name=decision][value=adoptada]'));
      await hands.type(
        page,
        page.locator('[name=razones]'),
        'Cabe en el presupuesto de señalización de este año.',
      );
      await hands.press(
        page,
        page
          .locator(
            'form[action$="/decision"] button[type=submit], form:has([name=razones]) button[type=submit]',
          )
          .last(),
      );
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(page.locator('[name=razones]')).toHaveValue(
        'Cabe en el presupuesto de señalización de este año.',
      );
      await expectAccessible(page);
      await hands.type(
        page,
        page.locator(`[name="tomado.${ideaId}"]`),
        'Se pinta con material reflectivo y se revisa cada seis meses.',
      );
      await hands.press(page, page.locator('form:has([name=razones]) button[type=submit]').last());
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expectAccessible(page);
    });
  }
}

/**
 * Everybody sees the answer: on the idea, on the proposal, in the Circle; the author and the
 * supporter are told once.
 */
export async function seeAnswer(
  { page, locale }: Walk,
  { ideaPath, email, proposalPath }: { ideaPath: string; email: string; proposalPath: string },
): Promise<void> {
  const say = wordsOf(locale);
  for (const path of [ideaPath, proposalPath, '/circulo']) {
    await page.goto(path);
    await expect(
      page.getByText('Cabe en el presupuesto de señalización de este año.').first(),
    ).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(ideaPath);
  await expect(page.getByText(say('common', 'decision.adoptada')).first()).toBeVisible();
  // The author is told in the language of the visit in which they registered, once.
  for (const [address, language] of [
    [email, locale],
    ['ciudadano2@demo.convite', 'es'],
  ] as const) {
    await expect(async () => {
      const answer = await page.request.get(`/buzon.json?para=${encodeURIComponent(address)}`);
      const { datos } = (await answer.json()) as { datos: { texto: string }[] };
      // A digest may tell of several things, each a paragraph of its own.
      const told = datos
        .flatMap((mail) => mail.texto.split('\n\n'))
        .filter(
          (part) =>
            part.includes(proposalPath) &&
            part.includes(wordsOf(language)('common', 'decision.adoptada')),
        );
      expect(told.length, `answers told to ${address}`).toBe(1);
    }).toPass({ timeout: 30_000 });
  }
}

/**
 * Coordination notes that the idea entered the commitment, opens the audit trail, gives a role and
 * takes it back.
 */
export async function coordinate(
  { page, hands, locale, tag }: Walk,
  { ideaPath }: { ideaPath: string },
): Promise<void> {
  const say = wordsOf(locale);
  await as(page, 'coordinacion', async () => {
    await page.goto('/coordinacion');
    await expectAccessible(page);
    await page.goto(`/coordinacion${ideaPath}`);
    await hands.tick(page, page.locator('[name=paso][value=en_el_compromiso]'));
    await hands.type(
      page,
      page.locator('[name=nota]'),
      `El hito 2 dice ahora que las cebras se revisan (${tag}).`,
    );
    await hands.press(
      page,
      page.getByRole('main').locator('form:has([name=nota]) button[type=submit]').last(),
    );
    await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
    await expectAccessible(page);
    await page.goto('/coordinacion/registro');
    await expectAccessible(page);
  });
  await page.goto(ideaPath);
  await expect(
    page.getByText(`El hito 2 dice ahora que las cebras se revisan (${tag}).`),
  ).toBeVisible();
  await expect(page.getByText(say('common', 'road.step.en_el_compromiso')).first()).toBeVisible();
}

/** The whole road in one way of using the site. */
export async function walkTheRoad(walk: Walk): Promise<void> {
  const idea = await writeAndSend(walk);
  await triage(walk, idea);
  await support(walk, idea);
  const proposal = await propose(walk, idea);
  await decide(walk, proposal);
  await seeAnswer(walk, { ...idea, ...proposal });
  await coordinate(walk, idea);
}
