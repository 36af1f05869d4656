import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceSimulator } from '#tests/place-simulator.ts';
import { placesLeft, reservedLeft } from '#app/domains/meetings/rules.ts';
import { freePlaceFor, openTo, placeAtArrival, withPlace, type PlaceKind } from './place.rules.ts';
import { channels, type Channel } from './types.ts';

type Person = { channel: Channel; state: string; kind: PlaceKind | null; turn: number };

/** A meeting kept by the rules alone, as the commands keep it in the database. */
class Meeting {
  people: Person[] = [];
  capacity: number;
  reserved: number;
  last = 0;

  constructor(capacity: number, reserved: number) {
    this.capacity = capacity;
    this.reserved = reserved;
  }

  counts() {
    const held = this.people.filter(({ state }) => state === 'inscrita' || state === 'ofrecida');
    return {
      capacity: this.capacity,
      reserved: this.reserved,
      held: held.length,
      heldReserved: held.filter(({ kind }) => kind === 'reserved').length,
      waiting: this.people.filter(({ state }) => state === 'en_espera').length,
      allocation: 'llegada' as const,
      allottedAt: null,
    };
  }

  private add(channel: Channel, kind: PlaceKind | null, seated: boolean) {
    this.last += 1;
    this.people.push({ channel, state: seated ? 'inscrita' : 'en_espera', kind, turn: this.last });
  }

  register(channel: Channel) {
    const kind = placeAtArrival(this.counts(), channel);
    this.add(channel, kind, kind !== null);
  }

  walkIn() {
    this.add('puerta', freePlaceFor(this.counts(), 'puerta'), true);
  }

  cancel(at: number) {
    this.people[at]!.state = 'cancelada';
    this.give();
  }

  accept(at: number) {
    const person = this.people[at]!;
    if (person.state === 'ofrecida') person.state = 'inscrita';
  }

  expire() {
    const late = this.people.filter(({ state }) => state === 'ofrecida');
    for (const person of late.sort((a, b) => a.turn - b.turn)) {
      this.last += 1;
      Object.assign(person, { state: 'en_espera', kind: null, turn: this.last });
    }
    this.give();
  }

  resize(capacity: number, reserved: number) {
    [this.capacity, this.reserved] = [capacity, reserved];
    this.give();
  }

  private give() {
    let places = this.counts();
    for (let open = openTo(places); open !== null; open = openTo(places)) {
      const next = this.people
        .filter(
          ({ state, channel }) =>
            state === 'en_espera' && (open === 'everybody' || channel !== 'web'),
        )
        .sort((a, b) => a.turn - b.turn)[0];
      if (!next) return;
      const kind = freePlaceFor(places, next.channel)!;
      Object.assign(next, { state: 'ofrecida', kind });
      places = withPlace(places, kind);
    }
  }
}

const act = fc.oneof(
  fc.record({
    what: fc.constant('register' as const),
    channel: fc.constantFrom(...channels.slice(0, 3)),
  }),
  fc.record({ what: fc.constant('walkIn' as const) }),
  fc.record({ what: fc.constantFrom('cancel' as const, 'accept' as const), at: fc.nat(40) }),
  fc.record({ what: fc.constant('expire' as const) }),
  fc.record({ what: fc.constant('resize' as const), capacity: fc.nat(12), reserved: fc.nat(6) }),
);

/** What holds of a meeting at any moment, counted from its people alone. */
function broken(sheet: PlaceSimulator): string[] {
  const seated = sheet.seated();
  const { kept, open } = sheet.empty();
  const waits = sheet.waiting().map((at) => sheet.list[at]!.channel);
  return [
    seated.filter(({ over }) => !over).length > sheet.capacity && 'over capacity',
    open > 0 && waits.length > 0 && 'a free place while somebody waits',
    kept > 0 &&
      waits.some((channel) => channel !== 'web') &&
      'a kept place while one of them waits',
  ].filter((problem) => problem !== false);
}

describe('places of a meeting', () => {
  it('are given as a clerk would on a sheet, in 10,000 sequences of acts', () => {
    fc.assert(
      fc.property(
        fc.nat(10),
        fc.nat(5),
        fc.array(act, { maxLength: 40 }),
        (capacity, kept, acts) => {
          const reserved = Math.min(kept, capacity);
          const [meeting, sheet] = [
            new Meeting(capacity, reserved),
            new PlaceSimulator(capacity, reserved),
          ];
          for (const each of acts) {
            if (each.what === 'register')
              for (const one of [meeting, sheet]) one.register(each.channel);
            if (each.what === 'walkIn') for (const one of [meeting, sheet]) one.walkIn();
            if (each.what === 'cancel' || each.what === 'accept') {
              if (each.at >= sheet.list.length || sheet.list[each.at]!.state === 'cancelada')
                continue;
              for (const one of [meeting, sheet]) one[each.what](each.at);
            }
            if (each.what === 'expire') for (const one of [meeting, sheet]) one.expire();
            if (each.what === 'resize') {
              // A meeting is not made smaller than the places that are held.
              const size = Math.max(each.capacity, sheet.seated().length);
              for (const one of [meeting, sheet]) one.resize(size, Math.min(each.reserved, size));
            }
            expect(meeting.people.map(({ state }) => state)).toEqual(
              sheet.list.map(({ state }) => state),
            );
            expect([placesLeft(meeting.counts()), reservedLeft(meeting.counts())]).toEqual([
              sheet.empty().open,
              sheet.empty().kept,
            ]);
            expect(broken(sheet)).toEqual([]);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('that were kept and used are counted once', () => {
    const full = { capacity: 6, reserved: 2, held: 6, heldReserved: 2 };
    expect(placesLeft({ ...full, held: 3 })).toBe(3);
    expect([
      placesLeft({ ...full, held: 4, heldReserved: 0 }),
      reservedLeft({ ...full, held: 4, heldReserved: 0 }),
    ]).toEqual([0, 2]);
  });
});
