import { readFileSync } from 'node:fs';
import type { Actor } from '#app/kernel/actor.ts';
import { openCity } from '#app/domains/city/open-city.server.ts';
import { requireReady } from '#app/domains/setup/get-setup.server.ts';
import { importSetup } from '#app/domains/setup/import-setup.server.ts';
import { readSetup } from '#app/domains/setup/read-file.ts';
import type { SetupData } from '#app/domains/setup/setup-file.schema.ts';

const day = 86_400_000;
const hour = 3_600_000;

/**
 * Every phase of the plan opened 30 days before the seeding and closes 60 days after, on the hour.
 */
export function phaseSpan(seededAt: Date): { opensAt: Date; closesAt: Date } {
  const onTheHour = Math.floor(seededAt.getTime() / hour) * hour;
  return { opensAt: new Date(onTheHour - 30 * day), closesAt: new Date(onTheHour + 60 * day) };
}

/** The city of the demonstration, as any other would be brought: `bogota.json`. */
export function readBogota(): SetupData {
  const read = readSetup(readFileSync(new URL('./bogota.json', import.meta.url), 'utf8'));
  if ('data' in read) return read.data;
  const lines = read.problems.map(({ line, place, why }) => `${line}: ${place} ${why}`);
  throw new Error(`bogota.json: ${lines.join('; ')}`);
}

/**
 * The city with its territory, lists, plans and population, brought from its file and opened. The dates
 * of the plan that is open move with the day of seeding.
 */
export async function seedPlan(seededAt: Date, actor: Actor, createdAt: Date): Promise<void> {
  const city = readBogota();
  const span = phaseSpan(seededAt);
  const dates = {
    opensAt: span.opensAt.toISOString(),
    closesAt: span.closesAt.toISOString(),
  };
  await importSetup(actor, {
    ...city,
    plans: city.plans?.map((plan) =>
      plan.state === 'activo'
        ? {
            ...plan,
            createdAt: createdAt.toISOString(),
            phases: plan.phases.map((phase) => ({ ...phase, ...dates })),
          }
        : plan,
    ),
  });
  await openCity(actor, requireReady);
}
