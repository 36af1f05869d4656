import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import routes from '#app/routes.ts';
import { openSession } from '#app/platform/session/session.server.ts';
import { newProposal } from '#tests/factories/circle.ts';
import { newIdea } from '#tests/factories/ideas.ts';
import { newForm, newMeeting } from '#tests/factories/meetings.ts';
import { newActor } from '#tests/factories/people.ts';
import { newPlan } from '#tests/factories/plans.ts';
import { registerPerson } from '#app/domains/registration/register-person.server.ts';
import { freshDatabase } from '#tests/integration/database.ts';
import { FuzzedApp, type Got, type Sent } from './app.ts';
import { readFields, type Fields } from './fields.ts';

/**
 * Every address of `app/routes.ts`, asked and posted to with what no form of ours would send: no answer is
 * a 5xx, none takes over two seconds of CPU, and the log repeats nothing. `FUZZ_SECONDS` says how long.
 */

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 40);
const mostCpu = 2;
const database = freshDatabase();
const canary = 'zarigueya-escrita';

type Address = { path: string; acts: boolean };
const addresses: Address[] = routes.map((route) => ({
  path: `/${route.path ?? ''}`,
  acts: /export (const|async function) action\b/.test(
    readFileSync(new URL(`../../../app/${route.file}`, import.meta.url), 'utf8'),
  ),
}));

let app: FuzzedApp;
let fields: Fields;
let cookies: string[];
/** A thing of each kind, by the first part of the address that names one. */
let known: Record<string, string>;

beforeAll(async () => {
  const plan = await newPlan(database.owner);
  const commitment = plan.commitments[0]!;
  const person = await newActor(database.owner, {
    roles: ['coordinacion', 'moderacion', 'facilitacion', 'monitoreo'],
  });
  const citizen = await newActor(database.owner);
  const idea = await newIdea(database.owner, {
    commitmentId: commitment.id,
    authorId: citizen.personId,
  });
  const meeting = await newMeeting(database.owner, plan);
  const { code } = await registerPerson(null, meeting.id, newForm(), {
    channel: 'web',
    locale: 'es',
  });
  const proposal = await newProposal(database.owner, {
    commitmentId: commitment.id,
    ideaIds: [idea.id],
  });
  known = {
    ideas: idea.id,
    talleres: meeting.id,
    inscripciones: code,
    propuestas: proposal.id,
    mesa: proposal.id,
    compromisos: commitment.slug,
  };
  fields = await readFields();
  app = await FuzzedApp.start(database.url('web'));
  const session = async (id: string) => `sesion=${await openSession(id, 'fuzz')}`;
  cookies = ['', await session(citizen.personId), await session(person.personId)];
}, 300_000);
afterAll(() => app?.stop());

const extremes = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  '2147483648',
  '99999999999999999999',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '+010000-01-01',
  '2026-11-28T25:61',
  '9999-12',
  '0001-01',
  'a\0b',
  `${canary}\0"; drop`,
  '\u202e\ufeff\ud800',
  `e${'\u0301'.repeat(20_000)}${'\u0323'.repeat(20_000)}`,
  ' '.repeat(60_000),
  '{"a":[[[[]]]]}',
  `${'['.repeat(20_000)}`,
  'x'.repeat(120_000),
  '<'.repeat(5000),
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
];
const usual: Record<string, string> = {
  correo: 'ana@prueba.convite',
  telefono: '3005550123',
  nombre: 'Ana Ruiz',
  titulo: 'Agua para quienes caminan',
  texto: `${canary} que se escribe en un texto cualquiera.`,
  descripcion: 'Bebederos en los parques del barrio, donde la gente camina.',
  clave: 'cuatro caballos azules',
  version: '1',
  acepta_datos: 'si',
  acepta_inscripcion: 'si',
  localidad: '03',
  desde: '2026-11-01',
  hasta: '2026-12-01',
};

/** A value for a field: what it may hold, or what nobody would type. */
const valueOf = (name: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(fields.get(name) ?? []), usual[name] ?? canary) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(known)) },
    { weight: 2, arbitrary: fc.constantFrom(...extremes) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );

const names = () => [...fields.keys(), '__proto__', 'constructor', 'tomado.x', '_data', ''];

/** Fields of a form: most of them once, some missing, some repeated. */
const formOf = () =>
  fc.array(
    fc
      .constantFrom(...names())
      .chain((name) => valueOf(name).map((value) => [name, value] as const)),
    { maxLength: 80, size: 'max' },
  );

type Written = { type: string; body: Buffer };
const urlencoded = (form: (readonly [string, string])[]): Written => ({
  type: 'application/x-www-form-urlencoded',
  body: Buffer.from(
    new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
  ).subarray(0, 399_000),
});
const multipart = (form: (readonly [string, string])[]): Written => ({
  type: 'multipart/form-data; boundary=XX',
  body: Buffer.from(
    `${form
      .map(
        ([name, value], index) =>
          `--XX\r\nContent-Disposition: form-data; name="${name.replace(/[\r\n"]/g, '')}"` +
          `${index % 7 === 0 ? '; filename="a.png"\r\nContent-Type: image/png' : ''}\r\n\r\n${value}\r\n`,
      )
      .join('')}--XX--\r\n`,
  ).subarray(0, 399_000),
});
const manyNames: Written = {
  type: 'application/x-www-form-urlencoded',
  body: Buffer.from(Array.from({ length: 40_000 }, (_, index) => `f${index}=`).join('&')),
};

const bodyOf = (): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 8, arbitrary: formOf().map(urlencoded) },
    { weight: 2, arbitrary: formOf().map(multipart) },
    {
      weight: 1,
      arbitrary: formOf().map((form) => ({
        type: 'application/x-www-form-urlencoded',
        body: gzipSync(urlencoded(form).body),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.json().map((text) => ({ type: 'application/json', body: Buffer.from(text) })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        { type: 'multipart/form-data; boundary=XX', body: Buffer.from('--XX\r\nbroken') },
        { type: 'multipart/form-data', body: Buffer.from('x') },
        { type: '', body: Buffer.from('a=b') },
        { type: 'application/json', body: Buffer.from('['.repeat(100_000)) },
        manyNames,
      ),
    },
  );

/** An address with things in it, real ones or not, and a query. */
const pathOf = ({ path }: Address) =>
  fc
    .record({
      odd: fc.constantFrom('', '', '', 'x', '%00', 'a%2f..', '9'.repeat(40), 'e%CC%81', '%ff'),
      query: fc.array(
        fc.tuple(
          fc.constantFrom(
            ...['mes', 'vista', 'cursor', 'limite', 'q', 'ambito', 'variable', 'poblacion', 'caso'],
            ...['orden', 'idioma', 'volver', 'version', 'compromiso', 'estado', '_data', '_routes'],
          ),
          fc.oneof(
            fc.constantFrom(
              ...extremes.filter((value) => value.length < 3000),
              'calendario',
              'mapa',
            ),
            fc.string({ maxLength: 60 }),
          ),
        ),
        { maxLength: 4 },
      ),
      data: fc.constantFrom('', '', '', '.data'),
    })
    .map(({ odd, query, data }) => {
      const filled = path
        .split('/')
        .map((part, index, all) => {
          if (part === '*') return odd || 'nada';
          if (!part.startsWith(':')) return part;
          const before = all[index - 1] ?? '';
          return `${odd || known[before] || known['ideas']}${part.endsWith('.ics') ? '.ics' : ''}`;
        })
        .join('/');
      const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
      return `${filled}${filled === '/' ? '' : data}${search ? `?${search}` : ''}`;
    });

const headersOf = (cookie: string): Record<string, string> => (cookie ? { cookie } : {});
const askOf = (): fc.Arbitrary<Sent> =>
  fc
    .constantFrom(...addresses)
    .chain((address) =>
      fc
        .record({ path: pathOf(address), cookie: fc.constantFrom(...cookies) })
        .map(({ path, cookie }): Sent => ({ method: 'GET', path, headers: headersOf(cookie) })),
    );
const postOf = (address: Address): fc.Arbitrary<Sent> =>
  fc
    .record({ path: pathOf(address), cookie: fc.constantFrom(...cookies), written: bodyOf() })
    .map(({ path, cookie, written }) => ({
      method: 'POST',
      path,
      headers: {
        ...headersOf(cookie),
        ...(written.type ? { 'content-type': written.type } : {}),
        'content-length': String(written.body.length),
      },
      body: written.body,
    }));

const say = ({ method, path, body }: Sent) =>
  `${method} ${path.slice(0, 300)} ${body?.subarray(0, 600).toString('latin1') ?? ''}`;

/** How often each status was answered: a fuzz that is always refused at the door says nothing. */
const seen = new Map<string, number>();

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

const within = (share: number) => ({
  numRuns: 1_000_000,
  interruptAfterTimeLimit: seconds * 1000 * share,
  endOnFailure: true,
  markInterruptAsFailure: false,
});
const patience = { timeout: seconds * 1000 + 60_000 };

describe('whatever is sent', () => {
  it('every address that acts is known, and every field of a form', () => {
    expect(addresses.filter(({ acts }) => acts).length).toBeGreaterThan(50);
    expect(fields.size).toBeGreaterThan(100);
    for (const name of ['accion', 'correo', 'titulo', 'motivo', 'desde'])
      expect(fields.has(name)).toBe(true);
  });

  it('forty thousand names are refused at once by every form', patience, async () => {
    for (const address of addresses.filter(({ acts }) => acts)) {
      const [path] = fc.sample(pathOf(address), { numRuns: 1, seed: 7 });
      const got = await holds({
        method: 'POST',
        path: path!.split('?')[0]!.replace(/%00|%ff/g, 'x'),
        headers: {
          cookie: cookies[2]!,
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

  it('an address gives its page or its refusal', patience, async () => {
    await fc.assert(
      fc.asyncProperty(askOf(), async (sent) => void (await holds(sent))),
      within(0.4),
    );
  });

  it('a form is taken or told what is wrong', patience, async () => {
    const act = fc.constantFrom(...addresses.filter(({ acts }) => acts)).chain(postOf);
    await fc.assert(
      fc.asyncProperty(act, async (sent) => void (await holds(sent))),
      within(0.6),
    );
  });

  it('and it came in: pages were shown, forms taken, fields told', () => {
    for (const kind of ['GET 200', 'GET 400', 'GET 404', 'POST 303', 'POST 413', 'POST 422'])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(5);
  });

  it('and the log has repeated none of it', () => {
    expect(app.said).not.toContain(canary);
    expect(app.said).not.toMatch(/_data requests/);
  });
});
