import { expectAccessible } from './accessibility.ts';
import { BrokenLine } from './broken-line.ts';
import { expect, signIn } from './fixtures.ts';
import { test, Device, say, db, newDoor } from './door-device.ts';

const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index);

/** How many stand in PostgreSQL, and how many different ones. */
async function inDatabase(meetingId: string) {
  const names = await db
    .selectFrom('registration')
    .select('name')
    .where('meeting_id', '=', meetingId)
    .execute();
  const ideas = await db
    .selectFrom('table_idea')
    .select('title')
    .where('meeting_id', '=', meetingId)
    .execute();
  const arrived = await db
    .selectFrom('check_in')
    .select('registration_id')
    .where('meeting_id', '=', meetingId)
    .where('undone_at', 'is', null)
    .execute();
  const different = (values: string[]) => new Set(values).size;
  return {
    people: names.length,
    differentPeople: different(names.map((row) => row.name)),
    arrived: arrived.length,
    differentArrived: different(arrived.map((row) => row.registration_id)),
    ideas: ideas.length,
    differentIdeas: different(ideas.map((row) => row.title)),
  };
}

const nameOf = (letter: string, number: number) =>
  `${['Abril', 'Beatriz', 'Camilo', 'Dora', 'Emilio', 'Fabio', 'Gloria', 'Hernán', 'Irene', 'Jairo'][number % 10]} ` +
  `${['Quintero', 'Zambrano', 'Uribe', 'Pulido'][Math.floor(number / 10) % 4]} ` +
  `${letter}${number}`;
const phoneOf = (prefix: string, number: number) => `${prefix}${String(number).padStart(7, '0')}`;

test(
  'a door without connection: nothing is lost or doubled though the browser dies twice and ' +
    'half of the sync fails',
  async () => {
    test.setTimeout(420_000);
    const meetingId = await newDoor();
    const line = await BrokenLine.open(process.env['E2E_URL']!);
    const device = new Device(line, meetingId);
    try {
      await device.prepare('Tableta de la entrada');
      await expectAccessible(device.page);
      await device.goOffline();

      for (const number of numbers(0, 20))
        await device.register(nameOf('A', number), phoneOf('300', number), { here: number < 10 });
      await device.expectCounts({ pendientes: 30, confirmados: 0, presentes: 10 });
      await device.kill();
      await device.expectCounts({ pendientes: 30, confirmados: 0, presentes: 10 });

      for (const number of numbers(20, 20))
        await device.register(nameOf('A', number), phoneOf('300', number), { here: false });
      for (const number of numbers(10, 20)) await device.checkIn(nameOf('A', number));
      await device.page.getByLabel(say('door', 'door.search')).fill('');
      for (const number of numbers(0, 5))
        await device.captureIdea(`Idea de la mesa ${number}`, String(number));
      await device.kill();
      for (const number of numbers(5, 5))
        await device.captureIdea(`Idea de la mesa ${number}`, String(number));
      await device.expectCounts({ pendientes: 80, confirmados: 0, presentes: 30 });
      await expectAccessible(device.page);
      expect(await inDatabase(meetingId)).toMatchObject({ people: 0, arrived: 0, ideas: 0 });

      line.mend({ bad: true });
      await device.context.setOffline(false);
      // A killed browser may have forgotten the session: what was written down waits until somebody
      // signs in again.
      await signIn(device.page, 'facilitadora');
      await device.expectCounts({ pendientes: 0, confirmados: 80 }, 240_000);
      expect(line.fates.lost + line.fates.unanswered, 'the line was bad').toBeGreaterThan(1);
      expect(
        line.fates.unanswered,
        'some answers were lost after the app had done its part',
      ).toBeGreaterThan(0);
      expect(await inDatabase(meetingId)).toEqual({
        people: 40,
        differentPeople: 40,
        arrived: 30,
        differentArrived: 30,
        ideas: 10,
        differentIdeas: 10,
      });

      // Both sides count the same: now, and only now, the device may be cleared.
      line.mend({ bad: false });
      await device.reviewAll();
      await device.openFold(say('door', 'door.end.heading'));
      await expect(device.page.getByText(say('door', 'door.end.may'))).toBeVisible({
        timeout: 40_000,
      });
      await expectAccessible(device.page);
      await device.page.getByRole('button', { name: say('door', 'door.end.clear') }).click();
      await expect(device.page).toHaveURL(/\/facilitacion$/, { timeout: 30_000 });
      expect(await device.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    } finally {
      await device.context.close().catch(() => undefined);
      await line.close();
    }
  },
);

test('two devices at one door merge without loss', async () => {
  test.setTimeout(420_000);
  const meetingId = await newDoor(30);
  const lines = [
    await BrokenLine.open(process.env['E2E_URL']!, 11),
    await BrokenLine.open(process.env['E2E_URL']!, 23),
  ];
  const devices = lines.map((line) => new Device(line, meetingId));
  const [first, second] = devices as [Device, Device];
  try {
    // Five people are on the list that both take along; each door checks all of them in.
    const known = numbers(0, 5).map((number) => nameOf('K', number));
    await first.prepare('Puerta uno');
    for (const [number, name] of known.entries())
      await first.register(name, phoneOf('310', number), { here: false });
    await first.expectCounts({ pendientes: 0, confirmados: 5 });
    await second.prepare('Puerta dos');
    for (const device of devices) await device.goOffline();

    await Promise.all([
      (async () => {
        for (const number of numbers(0, 18))
          await first.register(nameOf('A', number), phoneOf('301', number), { here: number < 12 });
        for (const name of known) await first.checkIn(name);
        for (const number of numbers(0, 5))
          await first.captureIdea(`Idea de la primera ${number}`, '1');
      })(),
      (async () => {
        for (const number of numbers(0, 17))
          await second.register(nameOf('B', number), phoneOf('302', number), { here: number < 13 });
        for (const name of known) await second.checkIn(name);
        for (const number of numbers(0, 5))
          await second.captureIdea(`Idea de la segunda ${number}`, '2');
      })(),
    ]);
    for (const line of lines) line.mend({ bad: true });
    await Promise.all(
      devices.map(async (device) => {
        await device.context.setOffline(false);
        await device.expectCounts({ pendientes: 0 }, 240_000);
      }),
    );
    expect(await inDatabase(meetingId)).toEqual({
      people: 40,
      differentPeople: 40,
      arrived: 30,
      differentArrived: 30,
      ideas: 10,
      differentIdeas: 10,
    });
    // Ten came in over the thirty places: it is shown, never refused.
    expect(
      await db
        .selectFrom('registration')
        .select('id')
        .where('meeting_id', '=', meetingId)
        .where('over_capacity', '=', true)
        .execute(),
    ).toHaveLength(10);
    const reviewed = (
      await Promise.all(
        devices.map(async (device) => await device.page.locator('[data-review=conflicto]').count()),
      )
    ).reduce((sum, count) => sum + count, 0);
    expect(reviewed).toBeGreaterThanOrEqual(10);
    // Each sees the other's people.
    for (const line of lines) line.mend({ bad: false });
    for (const device of devices) {
      await device.page.getByRole('button', { name: say('door', 'door.send_now') }).click();
      await device.expectCounts({ presentes: 30 }, 40_000);
    }
    await expectAccessible(first.page);
  } finally {
    for (const device of devices) await device.context?.close().catch(() => undefined);
    for (const line of lines) await line.close();
  }
});
