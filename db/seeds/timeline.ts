import { certain } from '#app/kernel/certain.ts';
import { now, setClockOffset } from '#app/platform/clock/clock.server.ts';

/**
 * Something that happens in the demonstration's story. Acts that may run `together` do, when
 * nothing stands between them.
 */
export type Act = { daysAgo: number; run: () => Promise<unknown>; together?: boolean };

const day = 86_400_000;
const hour = 3_600_000;
/** Bogotá's civil day is UTC−5 all year. */
const zone = 5 * hour;
const atOnce = 8;

/**
 * When something so many days before the seeding happened. People act between seven in the morning
 * and nine at night: the civil day is pressed into those hours, which keeps the order of any two
 * moments. Nothing lies ahead of the seeding.
 */
export function momentOf(seededAt: Date, daysAgo: number): Date {
  const raw = seededAt.getTime() - daysAgo * day - zone;
  const midnight = Math.floor(raw / day) * day;
  const awake = midnight + 7 * hour + ((raw - midnight) * 14) / 24;
  return new Date(Math.min(awake + zone, seededAt.getTime() - daysAgo * hour));
}

/** Does something at another moment of this process's time. */
export async function at<T>(moment: Date, run: () => Promise<T>): Promise<T> {
  setClockOffset(0);
  setClockOffset(moment.getTime() - now().getTime());
  return await run();
}

/** Plays acts in the order of their time, each at its own moment. */
export async function play(seededAt: Date, acts: Act[]): Promise<void> {
  const inOrder = [...acts].sort((a, b) => b.daysAgo - a.daysAgo);
  for (let from = 0; from < inOrder.length;) {
    const first = certain(inOrder[from]);
    let to = from + 1;
    while (to < from + atOnce && first.together && inOrder[to]?.together) to += 1;
    const batch = inOrder.slice(from, to);
    // A batch runs at the time of its last act: none comes before what it needs.
    await at(
      momentOf(seededAt, certain(batch.at(-1)).daysAgo),
      async () => await Promise.all(batch.map((act) => act.run())),
    );
    from = to;
  }
}

/**
 * A number from 0 to 1 that is always the same for a text: two demonstrations tell the same story.
 */
export function fraction(text: string): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ certain(char.codePointAt(0)), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
