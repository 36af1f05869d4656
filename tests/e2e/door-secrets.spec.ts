import { newId } from '#app/kernel/ids.ts';
import { expectAccessible, expectUsable } from './accessibility.ts';
import { BrokenLine } from './broken-line.ts';
import { expect, signIn } from './fixtures.ts';
import { test, Device, say, db, newDoor, newPersonAt, countOf } from './door-device.ts';

test('what the device keeps is unreadable without its PIN, and a revoked device gets nothing more', async () => {
  test.setTimeout(180_000);
  const meetingId = await newDoor();
  await newPersonAt(meetingId, 'Vecina De Antes', { email: 'antes@prueba.convite' });
  const line = await BrokenLine.open(process.env['E2E_URL']!);
  const device = new Device(line, meetingId);
  try {
    await device.prepare('Teléfono prestado');
    await expect(device.page.getByText('Vecina De Antes')).toBeVisible();
    await device.register('Ximena Tovar Secreta', '3009998877', { here: true });
    await device.expectCounts({ pendientes: 0, confirmados: 2 });
    await device.page.getByRole('button', { name: say('door', 'door.lock') }).click();
    await device.page.locator('[name=pin]').fill('000000');
    await device.page.getByRole('button', { name: say('door', 'door.locked.open') }).click();
    await expect(device.page.getByText(say('door', 'door.pin.wrong'))).toBeVisible();
    await expectAccessible(device.page);
    // Neither the store nor the kept page has a name, a contact or the PIN in it.
    const kept = await device.page.evaluate(async () => {
      const texts: string[] = [];
      for (const { name } of await indexedDB.databases()) {
        const opened = await new Promise<IDBDatabase>((done, fail) => {
          const asked = indexedDB.open(name!);
          asked.onsuccess = () => done(asked.result);
          asked.onerror = () => fail(asked.error);
        });
        for (const store of opened.objectStoreNames) {
          const rows = await new Promise<unknown[]>((done) => {
            const asked = opened.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => done(asked.result as unknown[]);
          });
          texts.push(
            JSON.stringify(rows, (_key, value: unknown) =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder('latin1').decode(value as BufferSource)
                : value,
            ),
          );
        }
        opened.close();
      }
      for (const name of await caches.keys())
        for (const page of await (await caches.open(name)).matchAll())
          if ((page.headers.get('content-type') ?? '').startsWith('text/html'))
            texts.push(await page.text());
      return texts.join('\n');
    });
    expect(kept).toContain('/facilitacion');
    expect(kept).not.toMatch(/Ximena|Tovar|3009998877|408192|Vecina De Antes|antes@prueba/);

    await device.unlock();
    await expectUsable(device.page);
    const devices = await db
      .selectFrom('door_device')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .execute();
    expect(devices).toHaveLength(1);
    await db
      .updateTable('door_device')
      .set({ revoked_at: new Date() })
      .where('id', '=', devices[0]!.id)
      .execute();
    await device.register('Llega Tarde', '3001110000', { here: false });
    await expect(device.page.getByText(say('door', 'door.line.retirado'))).toBeVisible();
    await device.expectCounts({ pendientes: 1 });
    expect(await countOf('registration', meetingId)).toBe(2);
    // Whom it had taken along is gone from it; what it could not send is shown, to be taken over by
    // hand.
    await expect(device.page.getByText('Llega Tarde · 3001110000')).toBeVisible();
    await expect(device.page.getByText('Vecina De Antes')).toHaveCount(0);
    await expectAccessible(device.page);
  } finally {
    await device.context.close().catch(() => undefined);
    await line.close();
  }
});

test('the desk and its sync answer only who facilitates the meeting, and only this page may run a worker', async ({
  page,
}) => {
  const meetingId = await newDoor();
  const desk = `/facilitacion/talleres/${meetingId}`;
  const send = async (data: unknown) =>
    (await page.request.post(`${desk}/sincronizar`, { data })).status();
  const unknown = { accion: 'enviar', equipo: newId(), registros: [] };
  expect(await send(unknown)).toBe(401);
  await signIn(page, 'ciudadana');
  expect(await send({ accion: 'preparar', nombre: 'Ajeno' })).toBe(403);
  expect((await page.request.get(desk)).status()).toBe(403);
  await signIn(page, 'coordinacion');
  expect(await send({ accion: 'preparar', nombre: 'De coordinación' })).toBe(403);
  const frame = await page.request.get(desk);
  expect([frame.status(), (await frame.text()).includes(say('door', 'door.not_yours'))]).toEqual([
    200,
    true,
  ]);
  await signIn(page, 'facilitadora');
  expect(await send(unknown)).toBe(404);
  expect(
    await send({
      accion: 'enviar',
      equipo: newId(),
      registros: Array.from({ length: 51 }, () => ({})),
    }),
  ).toBe(400);
  expect(await send('nada')).toBe(400);
  expect((await page.request.get(`${desk}/sincronizar`)).status()).toBe(404);
  expect((await page.request.get(`/facilitacion/talleres/${newId()}`)).status()).toBe(404);
  const headers = (await page.request.get(desk)).headers();
  expect(headers['content-security-policy']).toMatch(
    /script-src 'self' 'nonce-[\w-]+' 'wasm-unsafe-eval'; worker-src 'self';/,
  );
  expect([headers['cache-control'], headers['permissions-policy']!.split(',')[0]]).toEqual([
    'no-store',
    'camera=(self)',
  ]);
  for (const path of ['/', '/ideas/nueva', '/facilitacion']) {
    const other = (await page.request.get(path)).headers();
    expect(other['content-security-policy'], path).toContain("worker-src 'none'");
    expect(other['content-security-policy'], path).not.toContain('unsafe');
    expect(other['permissions-policy'], path).toContain('camera=()');
  }
});
