import type { Channel } from '#app/domains/registration/types.ts';

/** A meeting's list as a clerk would keep it on a sheet: everything is counted anew each time. */
export type Listed = {
  channel: Channel;
  state: 'inscrita' | 'ofrecida' | 'en_espera' | 'cancelada';
  /** Sits on a place that is kept for the phone, paper and the door. */
  kept: boolean;
  /** Came in although there was no place. */
  over: boolean;
  offers: number;
};

export class PlaceSimulator {
  list: Listed[] = [];
  /** Positions of `list`, in the order in which they wait or waited. */
  turns: number[] = [];
  capacity: number;
  reserved: number;

  constructor(capacity: number, reserved: number) {
    this.capacity = capacity;
    this.reserved = reserved;
  }

  seated(): Listed[] {
    return this.list.filter(({ state }) => state === 'inscrita' || state === 'ofrecida');
  }

  waiting(): number[] {
    return this.turns.filter((at) => this.list[at]?.state === 'en_espera');
  }

  /** Empty places of either kind. */
  empty(): { kept: number; open: number } {
    const all = Math.max(0, this.capacity - this.seated().length);
    const keptTaken = this.seated().filter(({ kept }) => kept).length;
    const kept = Math.min(all, Math.max(0, this.reserved - keptTaken));
    return { kept, open: all - kept };
  }

  /** The kind of place that is free for somebody; undefined when none is. */
  private freeFor(channel: Channel): 'kept' | 'open' | undefined {
    const { kept, open } = this.empty();
    if (channel !== 'web' && kept > 0) return 'kept';
    return open > 0 ? 'open' : undefined;
  }

  register(channel: Channel): void {
    const free = this.freeFor(channel);
    const passes = free === 'kept' || this.waiting().length === 0;
    const seat = passes ? free : undefined;
    this.turns.push(this.list.length);
    this.list.push({
      channel,
      state: seat ? 'inscrita' : 'en_espera',
      kept: seat === 'kept',
      over: false,
      offers: 0,
    });
  }

  /** Let in at the door, whoever waits. */
  walkIn(): void {
    const free = this.freeFor('puerta');
    this.turns.push(this.list.length);
    this.list.push({
      channel: 'puerta',
      state: 'inscrita',
      kept: free === 'kept',
      over: !free,
      offers: 0,
    });
  }

  cancel(at: number): void {
    const who = this.list[at];
    if (who) who.state = 'cancelada';
    this.offer();
  }

  accept(at: number): void {
    const who = this.list[at];
    if (who?.state === 'ofrecida') who.state = 'inscrita';
  }

  /** Every offer runs out: who had one goes to the end, in the order they had. */
  expire(): void {
    const late = this.turns.filter((at) => this.list[at]?.state === 'ofrecida');
    for (const at of late) {
      const who = this.list[at];
      if (who) Object.assign(who, { state: 'en_espera', kept: false });
    }
    this.turns = [...this.turns.filter((at) => !late.includes(at)), ...late];
    this.offer();
  }

  resize(capacity: number, reserved: number): void {
    [this.capacity, this.reserved] = [capacity, reserved];
    this.offer();
  }

  /** Offers every free place to the first who may have it. */
  private offer(): void {
    for (;;) {
      const next = this.waiting().find((at) => this.freeFor(this.list[at]?.channel ?? 'web'));
      const who = next === undefined ? undefined : this.list[next];
      if (!who) return;
      const kept = this.freeFor(who.channel) === 'kept';
      Object.assign(who, { state: 'ofrecida', kept, offers: who.offers + 1 });
    }
  }
}
