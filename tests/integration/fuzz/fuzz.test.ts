import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import routes from '#app/routes.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { FuzzedApp, type Got, type Sent } from './app.ts';
import { canary, readForm, type Form } from './forms.ts';
import { manyNames } from './hostile.ts';
import { askOf, pathOf, postOf, sentAs, type Address } from './sent.ts';
import { wellFormed } from './well-formed.ts';
import { renewWorld, theWorld } from './world.ts';

/**
 * Every address of `app/routes.ts`, asked by everybody and posted to with its own form, most of it well and
 * something of it as nobody would: no answer is a 5xx, none takes over two seconds of CPU, and the log
 * repeats nothing. `FUZZ_SECONDS` says how long.
 */

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 56);
const mostCpu = 2;
/** So many posts, then the things and sessions that they used up are made again. */
const postsAWorld = 150;
const database = freshDatabase();

const addresses: Address[] = [];
let app: FuzzedApp;

beforeAll(async () => {
  for (const route of routes) {
    const acts = /export (const|async function) action\b/.test(
      readFileSync(new URL(`../../../app/${route.file}`, import.meta.url), 'utf8'),
    );
    const form: Form = acts ? await readForm(route.file) : new Map();
    addresses.push({ path: `/${route.path ?? ''}`, acts, form });
  }
  await renewWorld(database);
  app = await FuzzedApp.start(database.url('web'));
}, 300_000);
afterAll(() => app?.stop());

const acting = () => addresses.filter(({ acts }) => acts);

const say = ({ method, path, body }: Sent) =>
  `${method} ${path.slice(0, 300)} ${body?.subarray(0, 600).toString('latin1') ?? ''}`;

/** How often each status was answered: a fuzz that is always refused at the door says nothing. */
const seen = new Map<string, number>();
/** Of each address that acts, how many posts were sent, how many taken and how many told what is wrong. */
const fates = new Map<string, { sent: number; taken: number; told: number }>();

async function holds(sent: Sent): Promise<Got> {
  const got = await app.send(sent);
  const kind = `${sent.method} ${got.status}`;
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
  const where = say(sent);
  expect(got.status < 500, `${got.status} ${where}\n${app.said}`).toBe(true);
  expect(got.cpu, where).toBeLessThan(mostCpu);
  if (got.status === 429) expect(got.headers['retry-after'], where).toMatch(/^\d+$/);
  return got;
}

/** Posts and notes what came of it: to be sent to sign in is no acceptance. */
async function post({ path }: Address, sent: Sent): Promise<void> {
  const { status, headers } = await holds(sent);
  const fate = fates.get(path) ?? { sent: 0, taken: 0, told: 0 };
  const to = String(headers['location'] ?? '');
  const isJson = String(headers['content-type'] ?? '').startsWith('application/json');
  const redirects = status === 303 && !/^\/entrar\b.*volver/.test(to);
  // A page with script is told of a redirect by 202, a device at a door by JSON.
  const isTaken = status === 202 || (status === 200 && isJson) || redirects;
  fates.set(path, {
    sent: fate.sent + 1,
    taken: fate.taken + (isTaken ? 1 : 0),
    told: fate.told + (status === 422 || status === 409 ? 1 : 0),
  });
}

const within = (share: number) => ({
  numRuns: 10_000_000,
  interruptAfterTimeLimit: seconds * 1000 * share,
  endOnFailure: true,
  markInterruptAsFailure: false,
});
const patience = { timeout: seconds * 1000 + 60_000 };

describe('whatever is sent', () => {
  it('every address that acts is known, and the fields of its form', () => {
    expect(acting().length).toBeGreaterThan(50);
    const names = new Set(acting().flatMap(({ form }) => [...form.keys()]));
    expect(names.size).toBeGreaterThan(100);
    for (const name of ['accion', 'correo', 'titulo', 'motivo', 'desde'])
      expect(names).toContain(name);
    // A field for which nothing is known to be right is never taken.
    const blank = acting().flatMap(({ form }) =>
      [...form].filter(([, { takes }]) => takes.length === 0).map(([name]) => name),
    );
    // A file, and a switch that only script sends.
    expect(new Set(blank)).toEqual(new Set(['archivo', 'lista']));
  });

  it('forty thousand names are refused at once by every form', patience, async () => {
    for (const address of acting()) {
      const [path] = fc.sample(pathOf(address), { numRuns: 1, seed: 7 });
      const got = await holds({
        method: 'POST',
        path: path!.split('?')[0]!.replace(/%00|%ff/g, 'x'),
        headers: {
          cookie: theWorld().cookies.coordinator,
          'content-type': manyNames.type,
          'content-length': String(manyNames.body.length),
        },
        body: manyNames.body,
      });
      expect([413, 400], path).toContain(got.status);
    }
  });

  it('no month, however far, keeps the calendar', async () => {
    for (const mes of ['9999-12', '2099-12', '1900-01', '2026-12']) {
      const got = await holds({ method: 'GET', path: `/talleres?vista=calendario&mes=${mes}` });
      expect(got.status).toBe(200);
    }
  });

  it('what is sent as it should be is taken: files, records of a door, appeals, grants, links', async () => {
    for (const [path, make] of Object.entries(wellFormed)) {
      const address = acting().find((each) => each.path === path)!;
      for (let n = 0; n < 6; n += 1) await post(address, sentAs(make(n)));
      expect(fates.get(path)?.taken, path).toBeGreaterThan(0);
    }
    await renewWorld(database);
  }, 60_000);

  it('an address gives its page or its refusal', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...addresses).chain(askOf),
        async (sent) => void (await holds(sent)),
      ),
      within(0.3),
    );
  });

  it('a form is taken or told what is wrong', patience, async () => {
    const act = fc
      .constantFrom(...acting())
      .chain((address) => postOf(address).map((sent) => ({ address, sent })));
    let posts = 0;
    await fc.assert(
      fc.asyncProperty(act, async ({ address, sent }) => {
        posts += 1;
        if (posts % postsAWorld === 0) await renewWorld(database);
        await post(address, sent);
      }),
      within(0.7),
    );
  });

  it('and it came in: pages were shown, forms taken, fields told', () => {
    for (const kind of ['GET 200', 'GET 400', 'GET 404', 'POST 303', 'POST 413', 'POST 422'])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(5);
    const rows = [...fates].sort(([, a], [, b]) => a.taken / a.sent - b.taken / b.sent);
    const lines = rows.map(([path, { sent, taken, told }]) => `${taken}/${sent} (${told}) ${path}`);
    console.log(`posts taken of those sent (told what is wrong):\n${lines.join('\n')}`);
    const deep = rows.filter(([, { taken }]) => taken > 0).length;
    expect(deep / acting().length, lines.join('\n')).toBeGreaterThan(1 / 3);
  });

  it('and the log has repeated none of it', () => {
    expect(app.said).not.toContain(canary);
    expect(app.said).not.toMatch(/_data requests/);
  });
});
