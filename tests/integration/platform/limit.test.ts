import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { notFound, type AppError } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { errorReply } from '#app/platform/http/api.server.ts';
import { jsonAct } from '#app/platform/http/json-act.server.ts';
import {
  findByCode,
  forgiveSignIn,
  limitAct,
  limitSignIn,
  networkOf,
  type LimitedAct,
} from '#app/platform/http/limit.server.ts';
import { resource } from '#app/platform/http/resource.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { Visit } from '#app/platform/http/visit.server.ts';
import { freshDatabase } from '#tests/integration/database.ts';

freshDatabase();

/** Tests run without limits, as journeys do; here they are in force. */
vi.mock(import('#app/platform/config/config.server.ts'), async (load) => {
  const real = await load();
  return { ...real, config: () => ({ ...real.config(), limits: true }) };
});

function visitOf(given: { device?: string; address?: string } = {}): Visit {
  return new Visit({
    url: new URL('http://localhost/entrar'),
    actor: null,
    locale: 'es',
    address: given.address ?? newId(),
    device: given.device ?? newId(),
    token: null,
    secure: false,
    isDemo: false,
    isDemoPublic: false,
    notice: null,
    userAgent: '',
  });
}

async function times(
  n: number,
  act: LimitedAct,
  visit: () => Visit,
  account?: string,
): Promise<(AppError | null)[]> {
  const answers: (AppError | null)[] = [];
  for (let i = 0; i < n; i += 1)
    answers.push(
      await limitAct(visit(), act, account).then(
        () => null,
        (error: unknown) => error as AppError,
      ),
    );
  return answers;
}

describe('the limit of an act', () => {
  it('lets one browser do what a person does, and then says how long to wait', async () => {
    const visit = visitOf();
    const answers = await times(6, 'mail', () => visit);
    expect(answers.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(answers[5]).toMatchObject({ kind: 'rate-limited', reason: 'too_many' });
    expect(answers[5]!.params['seconds']).toBeGreaterThan(3500);
    expect(answers[5]!.params['seconds']).toBeLessThanOrEqual(3600);
  });

  it('of wrong passwords from one address locks nobody else out, its owner’s device least of all', async () => {
    const account = newId();
    const tryFrom = async (visit: Visit, isKnown = false) =>
      await limitSignIn(visit, account, isKnown).then(
        () => null,
        (error: unknown) => (error as AppError).reason,
      );
    const attacker = newId();
    const tries: (string | null)[] = [];
    // The attacker's browser takes another name each time: the address counts.
    for (let index = 0; index < 11; index += 1)
      tries.push(await tryFrom(visitOf({ address: attacker })));
    expect(tries).toEqual([...Array(10).fill(null), 'sign_in_paused']);
    expect(await tryFrom(visitOf())).toBeNull();
    // The owner at home behind the same address, on a device that the account knows.
    const own = visitOf({ address: attacker });
    expect(await tryFrom(own, true)).toBeNull();
    await forgiveSignIn(own, account, true);
    expect(await tryFrom(own, true)).toBeNull();
  });

  it('slows a flood from many addresses on one account, and lets its known device through', async () => {
    const account = newId();
    const refused: boolean[] = [];
    for (let index = 0; index < 101; index += 1)
      refused.push(
        await limitSignIn(visitOf(), account, false).then(
          () => false,
          () => true,
        ),
      );
    expect(refused.lastIndexOf(false)).toBe(99);
    await expect(limitSignIn(visitOf(), account, true)).resolves.toBeUndefined();
  });

  it('takes a network of IPv6 for one address', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8::ffff:1'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  });

  it('lets a hall behind one address do as much as twenty people', async () => {
    const address = newId();
    const answers = await times(101, 'mail', () => visitOf({ address }));
    expect(answers.slice(0, 100).every((answer) => answer === null)).toBe(true);
    expect(answers[100]).toMatchObject({ kind: 'rate-limited' });
  });

  it('counts wrong codes, and no right ones', async () => {
    const visit = visitOf();
    const wrong = async () => await Promise.reject(notFound('page_not_found'));
    for (let index = 0; index < 40; index += 1)
      await expect(findByCode(visit, async () => await Promise.resolve(index))).resolves.toBe(
        index,
      );
    for (let index = 0; index < 30; index += 1)
      await expect(findByCode(visit, wrong)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(findByCode(visit, wrong)).rejects.toMatchObject({ kind: 'rate-limited' });
  });

  it('does not confuse one act with another', async () => {
    const visit = visitOf();
    await times(6, 'mail', () => visit);
    expect(await times(1, 'comment', () => visit)).toEqual([null]);
  });
});

describe('who went too fast', () => {
  let refused: AppError;

  beforeAll(async () => {
    const visit = visitOf();
    refused = (await times(6, 'mail', () => visit)).at(-1)!;
  });

  it('gets a page with 429 and Retry-After', async () => {
    const visit = visitOf();
    const load = page(() => {
      throw refused;
    });
    const thrown = (await (
      load({
        context: { visit },
        params: {},
        request: new Request('http://localhost/entrar'),
      } as never) as Promise<unknown>
    ).catch((error: unknown) => error)) as { init: ResponseInit; data: unknown };
    expect(visit.status).toBe(429);
    expect(thrown.init.status).toBe(429);
    expect(Number(new Headers(thrown.init.headers).get('Retry-After'))).toBeGreaterThan(3500);
    expect(thrown.data).toMatchObject({
      kind: 'rate-limited',
      text: expect.stringMatching(/Espera [\d.]+ segundos/) as string,
    });
    expect(visit.retryAfter).toBeGreaterThan(3500);
  });

  it('gets the same from the API, in its error form', async () => {
    const answer = errorReply(new Request('http://localhost/api/v1/ideas'), refused);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3500);
    expect(await answer.json()).toMatchObject({
      error: { codigo: 'too_many', mensaje: expect.any(String), campos: {} },
    });
  });

  it('gets the same from a file and from an answer for a script', async () => {
    const args = {
      context: { visit: visitOf() },
      params: {},
      request: new Request('http://localhost/algo', { method: 'POST', body: '{}' }),
    } as never;
    const fail = () => {
      throw refused;
    };
    for (const answer of [await resource(fail)(args), await jsonAct(z.object({}), fail)(args)]) {
      expect(answer.status).toBe(429);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3500);
    }
  });
});
