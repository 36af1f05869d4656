import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { codeOf, newId } from '#app/kernel/ids.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { expectAccessible } from './accessibility.ts';
import { BrokenLine } from './broken-line.ts';
import { expect, noScript, signIn } from './fixtures.ts';
import { test, Device, say, db, newDoor, newPersonAt, countOf } from './door-device.ts';

/**
 * A video of one picture, as Chromium takes it for a camera's: black squares of a QR on white, in
 * the YUV4MPEG2 format.
 */
function videoOfCode(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const [width, height, scale] = [640, 480, Math.floor(400 / modules.size)];
  const [left, top] = [
    Math.floor((width - modules.size * scale) / 2),
    Math.floor((height - modules.size * scale) / 2),
  ];
  const light = Buffer.alloc(width * height, 235);
  for (let y = 0; y < modules.size * scale; y += 1)
    for (let x = 0; x < modules.size * scale; x += 1)
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale)))
        light[(top + y) * width + left + x] = 16;
  const file = join(temporaryFolder('camera'), 'code.y4m');
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    light,
    Buffer.alloc((width * height) / 2, 128),
  ]);
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420mpeg2\n`),
      ...Array.from({ length: 5 }, () => frame),
    ]),
  );
  return file;
}

test('a code before the camera or typed checks its person in, also without connection', async () => {
  test.setTimeout(180_000);
  const meetingId = await newDoor();
  const codes = [0, 1].map(() => codeOf(randomBytes(16)));
  for (const [index, code] of codes.entries()) {
    const registration = {
      id: newId(),
      meeting_id: meetingId,
      code_key: createHash('sha256').update(code).digest('base64url'),
      place: index + 1,
      state: 'inscrita' as const,
      channel: 'web' as const,
      name: `Con código ${index}`,
      email: `codigo-${index}@prueba.convite`,
      created_at: new Date(),
    };
    await db.insertInto('registration').values(registration).execute();
  }
  const line = await BrokenLine.open(process.env['E2E_URL']!);
  const device = new Device(line, meetingId, [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${videoOfCode(`http://convite.example/inscripciones/${codes[0]}`)}`,
  ]);
  try {
    await device.prepare('Tableta con cámara');
    await device.goOffline();
    await device.openFold(say('door', 'door.code.open'));
    await device.page.getByRole('button', { name: say('door', 'door.camera.start') }).click();
    await expect(
      device.page
        .getByRole('status')
        .filter({ hasText: say('door', 'door.arrived', { name: 'Con código 0' }) }),
    ).toBeVisible({ timeout: 30_000 });
    await expectAccessible(device.page);
    await device.page.getByRole('button', { name: say('door', 'door.camera.stop') }).click();
    const typed = device.page.getByLabel(say('door', 'door.code'));
    await typed.fill('zzzz zzzz zzzz zzzz');
    await typed.press('Enter');
    await expect(device.page.getByText(say('door', 'door.code.unknown'))).toBeVisible();
    await expectAccessible(device.page);
    await typed.fill(codes[1]!.toLowerCase().replaceAll('-', ' '));
    await typed.press('Enter');
    await expect(
      device.page
        .getByRole('status')
        .filter({ hasText: say('door', 'door.arrived', { name: 'Con código 1' }) }),
    ).toBeVisible();
    await device.page
      .getByRole('button', { name: say('door', 'door.undo.of', { name: 'Con código 0' }) })
      .click();
    line.mend({ bad: false });
    await device.context.setOffline(false);
    await device.expectCounts({ pendientes: 0, confirmados: 3, presentes: 1 }, 60_000);
    expect(await countOf('check_in', meetingId)).toBe(1);
  } finally {
    await device.context.close().catch(() => undefined);
    await line.close();
  }
});

test.describe('without script', () => {
  test.use(noScript);

  test('the list checks people in and says what needs script', async ({ page }) => {
    const meetingId = await newDoor();
    await newPersonAt(meetingId, 'Rosa Bernal', { email: 'rosa@prueba.convite' });
    await signIn(page, 'facilitadora');
    await page.goto(`/facilitacion/talleres/${meetingId}`);
    await expect(page.locator('noscript .notice')).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: say('door', 'door.arrive.of', { name: 'Rosa Bernal' }) })
      .click();
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.checked_in') }),
    ).toBeVisible();
    expect(await countOf('check_in', meetingId)).toBe(1);
    await page
      .getByRole('button', { name: say('door', 'door.undo.of', { name: 'Rosa Bernal' }) })
      .click();
    expect(await countOf('check_in', meetingId)).toBe(0);
    // Only who was registered at the door can be taken back here.
    await expect(page.getByText(say('door', 'door.annul.open'))).toHaveCount(0);
    await newPersonAt(meetingId, 'Por Error', { place: 2, channel: 'puerta', phone: '3001112233' });
    await page.reload();
    await page.getByText(say('door', 'door.annul.open')).click();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: say('door', 'door.annul.of', { name: 'Por Error' }) })
      .click();
    await expect(
      page.getByRole('status').filter({ hasText: say('flash', 'notice.walk_in_annulled') }),
    ).toBeVisible();
    await expect(page.getByText('Por Error')).toHaveCount(0);
  });
});
