import { describe, expect, it } from 'vitest';
import type { DoorPerson } from './types.ts';
import {
  answered,
  batchSize,
  countAnswered,
  findPeople,
  isCorrectable,
  isAllReceived,
  nextBatch,
  nextPhoto,
  ownArrival,
  refused,
  refusedArrival,
  retryDelay,
  withPending,
  type DoorRecord,
} from './device.rules.ts';

let seq = 0;
const record = (
  kind: DoorRecord['kind'],
  payload: Record<string, unknown> = {},
  more: Partial<DoorRecord> = {},
): DoorRecord => {
  seq += 1;
  return {
    seq,
    id: `r${seq}`,
    kind,
    madeAt: '2026-11-25T10:00:00Z',
    payload,
    state: 'pendiente',
    reasons: [],
    others: [],
    seen: false,
    ...more,
  };
};
const person = (id: string, nombre: string, more: Partial<DoorPerson> = {}): DoorPerson => ({
  id,
  nombre,
  correo: null,
  telefono: null,
  apoyos: [],
  estado: 'inscrita',
  codigo: '',
  llego: false,
  puerta: false,
  menor: false,
  exceso: false,
  ...more,
});

describe('what is sent next', () => {
  it('is the oldest that is pending, a few at a time and never too much', () => {
    const records = [
      record('nota', {}, { state: 'guardado' }),
      ...Array.from({ length: 15 }, () => record('nota', { texto: 'a' })),
    ];
    expect(nextBatch(records).map((one) => one.seq)).toEqual(
      records.slice(1, 1 + batchSize).map((one) => one.seq),
    );
    const heavy = Array.from({ length: 3 }, () => record('nota', { texto: 'x'.repeat(60_000) }));
    expect(nextBatch(heavy)).toHaveLength(1);
    expect(nextBatch([record('nota', { texto: 'x'.repeat(900_000) })])).toHaveLength(1);
  });

  it('is never a photo, which goes alone once nothing else is first', () => {
    const [photo, note, second] = [record('foto'), record('nota', { texto: 'a' }), record('foto')];
    expect(nextBatch([photo, note, second])).toEqual([note]);
    expect(nextPhoto([{ ...photo, state: 'guardado' }, note, second])).toBe(second);
    expect(nextPhoto([note])).toBeUndefined();
  });

  it('stays pending when the server asks for it again, and waits longer each time', () => {
    const one = record('nota');
    expect(answered(one, { id: one.id, estado: 'reintentar', razones: [], con: [] })).toBe(one);
    expect(answered(one, { id: one.id, estado: 'ya_estaba', razones: [], con: [] }).state).toBe(
      'guardado',
    );
    expect([1, 2, 3, 9].map((failures) => retryDelay(failures, 1))).toEqual([
      1000, 2000, 4000, 30_000,
    ]);
    expect(retryDelay(3, 0)).toBe(2000);
  });
});

describe('the list on the device', () => {
  it('is the server’s with what it does not know yet laid over it', () => {
    const walkIn = record('inscripcion', { nombre: 'Ana', telefono: '3001112233' });
    const list = [person('a', 'Luis'), person('b', 'Rosa', { llego: true })];
    const people = withPending(list, [
      record('llegada', { inscripcion: 'a' }),
      record('deshacer', { inscripcion: 'b' }),
      walkIn,
      record('llegada', { inscripcion: walkIn.id }),
      record('llegada', { inscripcion: 'b' }, { state: 'guardado' }),
    ]);
    expect([...people.values()].map(({ nombre, llego }) => [nombre, llego])).toEqual([
      ['Luis', true],
      ['Rosa', false],
      ['Ana', true],
    ]);
  });

  it('is searched by any part of name or contact, without accents', () => {
    const people = [
      person('a', 'Óscar Peña', { llego: true }),
      person('b', 'Rosa Peña', { telefono: '3001112233' }),
      person('c', 'Ana Ruiz'),
    ];
    expect(findPeople(people, 'pena').map((found) => found.id)).toEqual(['a', 'b']);
    expect(findPeople(people, 'rosa 1122').map((found) => found.id)).toEqual(['b']);
  });

  it('lets go whom a door registered by mistake, with their arrival, and finds them no more', () => {
    const walkIn = record('inscripcion', { nombre: 'Ana', telefono: '3001112233' });
    const people = withPending(
      [person('a', 'Luis')],
      [
        walkIn,
        record('llegada', { inscripcion: walkIn.id }),
        record('anular', { inscripcion: walkIn.id }),
        record('anular', { inscripcion: 'nadie' }),
      ],
    );
    expect(people.get(walkIn.id)).toMatchObject({
      puerta: true,
      estado: 'cancelada',
      llego: false,
    });
    expect(findPeople(people.values(), '').map((found) => found.nombre)).toEqual(['Luis']);
  });

  it('undoes the device’s own check-in as long as it holds', () => {
    const first = record('llegada', { inscripcion: 'a' });
    expect(ownArrival([first], 'a')).toBe(first.id);
    expect(ownArrival([first, record('deshacer', { inscripcion: 'a' })], 'a')).toBeUndefined();
    expect(ownArrival([first], 'b')).toBeUndefined();
  });
});

describe('a refused record', () => {
  const no = { state: 'rechazado' as const, reasons: ['phone_invalid'] };
  it('can be put right when it says something of its own, with the arrival refused beside it', () => {
    const walkIn = record('inscripcion', { nombre: 'Ana' }, no);
    const arrival = record('llegada', { inscripcion: walkIn.id }, no);
    expect(
      [
        walkIn,
        record('idea', {}, no),
        record('nota', {}, no),
        record('foto', {}, no),
        arrival,
        record('anular', {}, no),
        record('nota'),
      ].map(isCorrectable),
    ).toEqual([true, true, true, true, false, false, false]);
    expect(refusedArrival([walkIn, arrival], walkIn.id)).toBe(arrival);
    expect(refusedArrival([walkIn, { ...arrival, state: 'guardado' }], walkIn.id)).toBeUndefined();
    expect(
      refusedArrival([walkIn, arrival, record('deshacer', { inscripcion: walkIn.id })], walkIn.id),
    ).toBeUndefined();
  });

  it('stays in sight after somebody dealt with it, and hinders clearing only until then', () => {
    const walkIn = record('inscripcion', { nombre: 'Ana' }, no);
    const server = {
      inscripcion: 2,
      llegada: 0,
      deshacer: 0,
      anular: 0,
      idea: 0,
      nota: 0,
      foto: 0,
      respuestas: 0,
    };
    const right = record(
      'inscripcion',
      { nombre: 'Ana' },
      { state: 'guardado', replaces: walkIn.id },
    );
    expect(isAllReceived([walkIn, right], server)).toBe(false);
    const replaced = { ...walkIn, seen: true, replacedBy: right.id };
    expect(isAllReceived([replaced, right], server)).toBe(true);
    expect(refused([replaced, right])).toEqual([replaced]);
  });
});

describe('clearing the device', () => {
  const done = [
    record('inscripcion', {}, { state: 'guardado' }),
    record('llegada', {}, { state: 'conflicto', seen: true }),
  ];
  const server = {
    inscripcion: 1,
    llegada: 1,
    deshacer: 0,
    anular: 0,
    idea: 0,
    nota: 0,
    foto: 0,
    respuestas: 0,
  };

  it('needs equal counts, nothing pending and nothing to look at', () => {
    expect(countAnswered(done)).toEqual(server);
    expect(isAllReceived(done, server)).toBe(true);
    expect(isAllReceived(done, null)).toBe(false);
    expect(isAllReceived(done, { ...server, llegada: 0 })).toBe(false);
    expect(isAllReceived([...done, record('nota')], server)).toBe(false);
    expect(isAllReceived([done[0]!, { ...done[1]!, seen: false }], server)).toBe(false);
  });
});
