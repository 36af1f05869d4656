import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { RunningApp } from './running-app.ts';

/** Somebody who makes an account under this address. */
export const newcomer = (correo: string) => ({
  nombre: 'Persona de Prueba',
  correo,
  clave: 'una clave bien larga',
  acepta_datos: 'si',
  mayor_de_edad: 'si',
});

/** People register one after another, until told to stop; gives the addresses of those who were told that it worked. */
export function crowd(app: RunningApp, name: string, people: number) {
  const kept: string[] = [];
  let going = true;
  const person = async (n: number) => {
    for (let i = 0; going; i += 1) {
      const correo = `${name}-${n}-${i}@prueba.convite`;
      const { status, retryAfter } = await app.ask('/registro', newcomer(correo));
      if (status === 303) kept.push(correo);
      else if (status !== 0 && status !== 503) throw new Error(`${status} while registering`);
      if (status === 503 && !/^\d+$/.test(retryAfter))
        throw new Error('503 without saying when to come back');
    }
  };
  const all = Promise.all(Array.from({ length: people }, (_, n) => person(n)));
  all.catch(() => undefined);
  return {
    stop: async () => {
      going = false;
      await all;
      return kept;
    },
    count: () => kept.length,
  };
}

/** How many mails the demonstration's mailbox holds for an address. */
async function mailsTo(app: RunningApp, address: string): Promise<number> {
  const answer = await fetch(`${app.url}/buzon.json?para=${encodeURIComponent(address)}`);
  return ((await answer.json()) as { datos: unknown[] }).datos.length;
}

/**
 * Each of these addresses gets its mail, and one alone. Those that a killed worker had in hand come last: the queue
 * takes them up a minute later.
 */
export async function expectOneMailEach(app: RunningApp, addresses: string[]): Promise<void> {
  const waiting = [...addresses];
  await app.until(
    'every mail',
    async () => {
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        if ((await mailsTo(app, next)) === 0) return false;
        waiting.shift();
      }
      return true;
    },
    200,
  );
  // One that is sent twice would come soon.
  await pause(1500);
  const wrong: string[] = [];
  for (const address of addresses) {
    const count = await mailsTo(app, address);
    if (count !== 1) wrong.push(`${address}: ${count}`);
  }
  expect(wrong).toEqual([]);
}
