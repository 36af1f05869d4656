import sharp from 'sharp';
import { newPhoto } from '#tests/factories/pictures.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { BrokenLine } from './broken-line.ts';
import { expect, signIn } from './fixtures.ts';
import { test, Device, say, db, newDoor, countOf } from './door-device.ts';

test(
  'a mistake at the door is undone, a flip chart photographed and what was refused put ' +
    'right, all without connection first',
  async () => {
    test.setTimeout(300_000);
    const meetingId = await newDoor();
    const second = await db
      .selectFrom('commitment')
      .innerJoin('plan', 'plan.id', 'commitment.plan_id')
      .select(['commitment.id', 'commitment.slug'])
      .where('plan.state', '=', 'active')
      .where('commitment.number', '=', 2)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('meeting_commitment')
      .values({ meeting_id: meetingId, commitment_id: second.id })
      .execute();
    const line = await BrokenLine.open(process.env['E2E_URL']!, 5);
    const device = new Device(line, meetingId);
    try {
      await device.prepare('Tableta de la entrada');
      await device.goOffline();
      await device.register('Ana Equivocada', '3007770001', { here: true });
      await device.register('Berta Correcta', '3007770002', { here: true });
      await device.expectCounts({ pendientes: 4, presentes: 2 });

      // Registered by mistake: taken back where she stands in the list.
      const row = device.page.locator('[data-person]', { hasText: 'Ana Equivocada' });
      await row.locator('summary').click();
      await expectAccessible(device.page);
      await row
        .getByRole('button', { name: say('door', 'door.annul.of', { name: 'Ana Equivocada' }) })
        .click();
      await expect(
        device.page
          .getByRole('status')
          .filter({ hasText: say('door', 'door.annulled', { name: 'Ana Equivocada' }) }),
      ).toBeVisible();
      await expect(row).toHaveCount(0);
      await expect(device.page.locator('#puerta-estado')).toBeFocused();
      await device.expectCounts({ pendientes: 5, presentes: 1 });

      // A file that is no photo is told beside its field, and the words stay.
      await device.photograph(
        Buffer.from('mesa;idea\n1;Más sombra\n'),
        'Cartelera de la mesa 3',
        'lista.csv',
      );
      await expect(device.page.locator('[name=foto]')).toHaveAttribute('aria-invalid', 'true');
      await expect(device.page.getByText(say('fields', 'photo_type'))).toBeVisible();
      await expect(device.page.locator('#foto-descripcion')).toHaveValue('Cartelera de la mesa 3');
      await expectAccessible(device.page);
      await device.photograph(
        await newPhoto({ width: 2600, height: 1300, red: 77 }),
        'Cartelera de la mesa 3, con siete notas',
      );
      await expect(
        device.page.getByRole('status').filter({ hasText: say('door', 'door.photo.done') }),
      ).toBeVisible();
      await device.photograph(await newPhoto({ red: 78 }), 'Cartelera de la mesa 4, con un mapa');
      await device.expectCounts({ pendientes: 7 });
      // They are unreadable on the device, and outlive its browser.
      expect((await device.keptPhotos()).filter((head) => head === 'ffd8ff')).toEqual([]);

      // The table says of which commitment its idea is.
      await device.openFold(say('door', 'door.idea.heading'));
      await device.page.locator('[name=compromiso]').selectOption(second.slug);
      await device.captureIdea('Buses que esperan al que corre', '3');
      // What the server will not take: an address that only it finds wrong.
      await device.openFold(say('door', 'door.walk_in.heading'));
      await device.page.locator('[name=correo]').fill('carla..pardo@prueba.convite');
      await device.register('Carla Pardo', '3007770003', { here: true });
      await device.kill();
      await device.expectCounts({ pendientes: 10, presentes: 2 });
      expect(await device.keptPhotos()).toHaveLength(2);

      line.mend({ bad: true });
      await device.context.setOffline(false);
      await signIn(device.page, 'facilitadora');
      await device.expectCounts({ pendientes: 0, confirmados: 10 }, 120_000);
      line.mend({ bad: false });
      expect(await device.keptPhotos()).toEqual([]);
      const states = await db
        .selectFrom('registration')
        .select(['name', 'state'])
        .where('meeting_id', '=', meetingId)
        .orderBy('place')
        .execute();
      expect(states).toEqual([
        { name: 'Ana Equivocada', state: 'cancelada' },
        { name: 'Berta Correcta', state: 'inscrita' },
      ]);
      expect(await countOf('check_in', meetingId)).toBe(1);
      expect(
        await db
          .selectFrom('table_idea')
          .select(['title', 'commitment_id'])
          .where('meeting_id', '=', meetingId)
          .execute(),
      ).toEqual([{ title: 'Buses que esperan al que corre', commitment_id: second.id }]);
      const photos = await db
        .selectFrom('meeting_file')
        .select(['id', 'description', 'cleared_why', 'kind'])
        .where('meeting_id', '=', meetingId)
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      expect(photos.map(({ id: _id, ...photo }) => photo)).toEqual([
        { description: 'Cartelera de la mesa 3, con siete notas', cleared_why: null, kind: 'foto' },
        { description: 'Cartelera de la mesa 4, con un mapa', cleared_why: null, kind: 'foto' },
      ]);
      const served = await device.page.request.get(
        `/talleres/${meetingId}/archivos/${photos[0]!.id}`,
      );
      const facts = await sharp(await served.body()).metadata();
      expect([facts.format, facts.width, facts.height, facts.exif]).toEqual([
        'jpeg',
        1800,
        900,
        undefined,
      ]);

      // The refused one is put right where it is told; her arrival goes along, and both refusals stay
      // in sight.
      const review = device.page
        .locator('[data-review=rechazado]', { hasText: 'Carla Pardo' })
        .filter({ has: device.page.locator('form') });
      await expect(review).toContainText(say('fields', 'email_invalid'));
      await review.locator('summary').first().click();
      await expectAccessible(device.page);
      await expect(review.locator('[name=telefono]')).toHaveValue('3007770003');
      await review.locator('[name=correo]').fill('carla.pardo@prueba.convite');
      await review.getByRole('button', { name: say('door', 'door.correct.send') }).click();
      await device.expectCounts({ pendientes: 0, confirmados: 12, presentes: 2 }, 40_000);
      await expect(device.page.locator('[data-review]')).toHaveCount(0);
      expect(
        await db
          .selectFrom('registration')
          .select(['state', 'email'])
          .where('meeting_id', '=', meetingId)
          .where('name', '=', 'Carla Pardo')
          .execute(),
      ).toEqual([{ state: 'inscrita', email: 'carla.pardo@prueba.convite' }]);
      expect(
        await db
          .selectFrom('door_record')
          .select('kind')
          .where('meeting_id', '=', meetingId)
          .where('replaces', 'is not', null)
          .orderBy('kind')
          .execute(),
      ).toEqual([{ kind: 'inscripcion' }, { kind: 'llegada' }]);
      await device.openFold(say('door', 'door.end.heading'));
      await device.openFold(say('door', 'door.refusals', { count: 2 }));
      await expect(device.page.locator('[data-refused=corregido]')).toHaveCount(2);
      await expectUsable(device.page);
      await expect(device.page.getByText(say('door', 'door.end.may'))).toBeVisible();
      await device.page.getByRole('button', { name: say('door', 'door.end.clear') }).click();
      await expect(device.page).toHaveURL(/\/facilitacion$/, { timeout: 30_000 });
    } finally {
      await device.context.close().catch(() => undefined);
      await line.close();
    }
  },
);
