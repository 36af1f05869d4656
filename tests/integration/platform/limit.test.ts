import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { AppError } from '#app/kernel/errors.ts';
import { newId } from '#app/kernel/ids.ts';
import { errorReply } from '#app/platform/http/api.server.ts';
import { jsonAct } from '#app/platform/http/json-act.server.ts';
import { forgiveAct, limitAct, type LimitedAct } from '#app/platform/http/limit.server.ts';
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

  it('counts an account whatever the browser and the address', async () => {
    const account = newId();
    const answers = await times(11, 'sign-in', () => visitOf(), account);
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
    await forgiveAct('sign-in', account);
    expect(await times(1, 'sign-in', () => visitOf(), account)).toEqual([null]);
  });

  it('lets a hall behind one address do as much as twenty people', async () => {
    const address = newId();
    const answers = await times(101, 'mail', () => visitOf({ address }));
    expect(answers.slice(0, 100).every((answer) => answer === null)).toBe(true);
    expect(answers[100]).toMatchObject({ kind: 'rate-limited' });
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
    expect(thrown.data).toMatchObject({ kind: 'rate-limited', reason: 'too_many' });
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
