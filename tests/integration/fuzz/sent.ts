import fc from 'fast-check';
import type { Sent } from './app.ts';
import { canary, things, type Form, type Thing } from './forms.ts';
import { bodyOf, extremes, spoilt, urlencoded, type Pairs, type Written } from './hostile.ts';
import { wellFormed, type WellFormed } from './well-formed.ts';
import { senders, theWorld, type Sender } from './world.ts';

/** An address of the app, and the form that it takes when it acts. */
export type Address = { path: string; acts: boolean; form: Form };

/** What people would type, with the things of the world in their places. */
function withThings(value: string): string {
  const thing = Object.entries(things).find(([, word]) => word === value)?.[0];
  return thing ? theWorld().things[thing as Thing] : value;
}

const odd = () =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...extremes) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );

/** One post of a form: each field once, with what it takes; lists with some of it. */
const filled = (form: Form): fc.Arbitrary<Pairs> =>
  fc
    .tuple(
      ...[...form].map(([name, { takes, likely, isList }]) => {
        const value = fc
          .oneof(
            { weight: 9, arbitrary: fc.constantFrom(...(likely.length > 0 ? likely : [canary])) },
            { weight: 1, arbitrary: fc.constantFrom(...(takes.length > 0 ? takes : [canary])) },
          )
          .map(withThings);
        const values = isList ? fc.array(value, { minLength: 1, maxLength: 3 }) : fc.tuple(value);
        return values.map((given) => given.map((each) => [name, each] as const));
      }),
    )
    .map((fields) => fields.flat())
    .map((pairs) => [
      ...pairs,
      ...['tomado', 'no_tomado'].flatMap((name) =>
        [theWorld().things.idea, theWorld().things.decided].map(
          (id) => [`${name}.${id}`, 'Lo principal.'] as const,
        ),
      ),
    ]);

const strangeNames = ['__proto__', 'constructor', 'tomado.x', '_data', 'min.x', 'max.x', ''];

/** The same with up to three things done to it that no page does. */
const formOf = (form: Form): fc.Arbitrary<Pairs> =>
  fc
    .tuple(
      filled(form),
      fc.array(
        fc.tuple(fc.nat(), fc.constantFrom('odd', 'gone', 'twice', 'strange'), odd(), fc.nat()),
        { maxLength: 3 },
      ),
      fc.boolean(),
    )
    .map(([pairs, changes, isTame]) => {
      let changed = pairs;
      for (const [place, what, value, other] of isTame ? [] : changes) {
        const at = place % Math.max(changed.length, 1);
        const strange = strangeNames[other % strangeNames.length] ?? '';
        const name = what === 'strange' ? strange : (changed[at]?.[0] ?? strange);
        const kept = what === 'odd' || what === 'gone' ? changed.toSpliced(at, 1) : changed;
        changed = what === 'gone' ? kept : [...kept, [name, value] as const];
      }
      return changed;
    });

const pastQuery = ['mes', 'vista', 'cursor', 'limite', 'q', 'ambito', 'variable', 'poblacion'];
const otherQuery = ['caso', 'orden', 'idioma', 'volver', 'version', 'compromiso', 'estado'];
const queryOf = () =>
  fc.array(
    fc.tuple(
      fc.constantFrom(...pastQuery, ...otherQuery, '_data', '_routes'),
      fc.oneof(
        fc.constantFrom(
          ...extremes.filter((value) => value.length < 3000),
          ...['calendario', 'mapa'],
        ),
        fc.string({ maxLength: 60 }),
      ),
    ),
    { maxLength: 4 },
  );

/** Something that an address may name where its path has a parameter. */
function namedAfter(before: string, choice: number): string {
  const { idea, sent, proposal, meeting, held, drawn, commitment, code } = theWorld().things;
  const { grant, phase, commitmentId } = theWorld().things;
  const named: Record<string, string[]> = {
    ideas: [idea, sent],
    talleres: [meeting, held, drawn],
    inscripciones: [code],
    propuestas: [proposal],
    mesa: [proposal],
    sorteos: [drawn],
    compromisos: [commitment],
    roles: [grant],
    fases: [phase],
    '/coordinacion/compromisos': [commitmentId],
    '/moderacion/ideas': [sent],
  };
  const found = named[before] ?? named[before.split('/').at(-1) ?? ''] ?? [idea];
  return found[choice % found.length] ?? idea;
}

/** An address with something strange for its parameters, or with things of the world. */
const placeOf = ({ path }: Address, strange: string, choice: number) =>
  path
    .split('/')
    .map((part, index, all) => {
      if (part === '*') return strange || 'nada';
      if (!part.startsWith(':')) return part;
      const named = strange || namedAfter(all.slice(0, index).join('/'), choice);
      return `${named}${part.endsWith('.ics') ? '.ics' : ''}`;
    })
    .join('/');

/** An address with things in it, real ones or not, and at times a query. */
export const pathOf = (address: Address) =>
  fc
    .record({
      odd: fc.oneof(
        { weight: 7, arbitrary: fc.constant('') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('x', '%00', 'a%2f..', '9'.repeat(40), 'e%CC%81', '%ff'),
        },
      ),
      choice: fc.nat(5),
      query: fc.oneof(fc.constant<[string, string][]>([]), queryOf()),
      data: fc.constantFrom('', '', '', '', '.data'),
    })
    .map(({ odd: strange, choice, query, data }) => {
      const whole = placeOf(address, strange, choice);
      const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
      return `${whole}${whole === '/' ? '' : data}${search ? `?${search}` : ''}`;
    });

/** Who would send there. */
function usualSenders({ path }: Address): Sender[] {
  // Who ends their session, or their account, is not who does the rest.
  if (/^\/(salir|cuenta\/(cerrar|sesiones))$/.test(path)) return ['leaver'];
  const [, first = ''] = path.split('/');
  const usual: Record<string, Sender[]> = {
    coordinacion: ['coordinator'],
    moderacion: ['moderator'],
    facilitacion: ['facilitator', 'coordinator'],
    circulo: ['member'],
  };
  return usual[first] ?? ['citizen'];
}

/** The same, or a third of the time anybody. */
const senderOf = (address: Address): fc.Arbitrary<Sender> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...usualSenders(address)) },
    { weight: 1, arbitrary: fc.constantFrom(...senders) },
  );

const headersOf = (sender: Sender): Record<string, string> => {
  const cookie = theWorld().cookies[sender];
  return cookie ? { cookie } : {};
};
/** Anybody looks at an address. */
export const askOf = (address: Address): fc.Arbitrary<Sent> =>
  fc
    .record({ path: pathOf(address), sender: fc.constantFrom(...senders) })
    .map(({ path, sender }): Sent => ({ method: 'GET', path, headers: headersOf(sender) }));
const typed = (sent: Omit<Sent, 'method'>, written: Written): Sent => ({
  ...sent,
  method: 'POST',
  headers: {
    ...sent.headers,
    ...(written.type ? { 'content-type': written.type } : {}),
    'content-length': String(written.body.length),
  },
  body: written.body,
});

/** A post that should be taken, as it is sent. */
export const sentAs = ({ path, sender, written }: WellFormed): Sent =>
  typed({ path, headers: headersOf(sender) }, written);

/** One that should be taken, or half the time one that something happened to on its way. */
const ofItsOwn = (make: (n: number) => WellFormed): fc.Arbitrary<Sent> =>
  fc
    .record({
      n: fc.nat(1_000_000),
      harm: fc.option(fc.tuple(fc.nat(4), fc.nat())),
    })
    .map(({ n, harm }) => {
      const made = make(n);
      return sentAs(harm ? { ...made, written: spoilt(made.written, harm) } : made);
    });

/** Somebody posts its form to an address: half the time as it should be. */
export function postOf(address: Address): fc.Arbitrary<Sent> {
  const own = wellFormed[address.path];
  return own
    ? fc.oneof(
        { weight: 3, arbitrary: ofItsOwn(own) },
        { weight: 2, arbitrary: filledOrNot(address) },
      )
    : filledOrNot(address);
}

const filledOrNot = (address: Address): fc.Arbitrary<Sent> =>
  fc.oneof(
    fc
      .record({
        path: fc.nat(5).map((choice) => placeOf(address, '', choice)),
        sender: fc.constantFrom(...usualSenders(address)),
        form: filled(address.form),
      })
      .map(({ path, sender, form }) =>
        typed({ path, headers: headersOf(sender) }, urlencoded(form)),
      ),
    fc
      .record({
        path: pathOf(address),
        sender: senderOf(address),
        written: bodyOf(formOf(address.form)),
      })
      .map(({ path, sender, written }) => typed({ path, headers: headersOf(sender) }, written)),
  );
