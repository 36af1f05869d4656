import { pathToFileURL } from 'node:url';
import { prepareTables } from '#app/domains/figures/prepare-tables.server.ts';
import { families } from '#app/domains/figures/rules.ts';
import { candidatesOf, meetingOf, numbersOf, peopleOf } from '#tests/factories/worlds.ts';

/** Protects all families of a plan with so many meetings, of so many people in all. */
export async function protectAll(
  meetings: number,
  declarations: number,
): Promise<{ seconds: number; tables: number }> {
  const next = numbersOf(meetings);
  // A meeting has between one and so many people.
  const most = Math.round((2 * declarations) / meetings);
  const world = Array.from({ length: meetings }, (_, day) =>
    meetingOf(next, day, peopleOf(next, most)),
  );
  const before = process.cpuUsage();
  let tables = 0;
  for (const family of families)
    tables += (await prepareTables(candidatesOf(world, family))).tables.length;
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1_000_000, tables };
}

/** `node tests/load/figures.ts`: CPU seconds of a whole release, how they grow, and what others notice of it. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  await protectAll(5, 500);
  const seconds: number[] = [];
  for (const meetings of [20, 60, 200]) {
    const took = await protectAll(meetings, meetings * 500);
    const size = `${String(meetings).padStart(3)} meetings, ${meetings * 500} declarations`;
    say(`${size}: ${took.seconds.toFixed(1)} CPU s, ${took.tables} tables`);
    seconds.push(took.seconds);
  }
  const growth = Math.log((seconds[2] ?? 0) / (seconds[0] ?? 1)) / Math.log(10);
  say(`growth from 20 to 200 meetings: n^${growth.toFixed(2)}`);
  say('\nWhat others notice while the worker does it (ms):');
  const { sayReleases } = await import('./release.ts');
  await sayReleases(say);
}
