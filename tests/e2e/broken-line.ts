import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What becomes of a message on a bad line: it arrives, it is lost on the way, or its answer is. */
type Fate = 'arrives' | 'lost' | 'unanswered';

/**
 * A line between a browser and the app that a journey can cut, and that loses messages of the sync:
 * half of them, every second of those only after the app has taken it. The choice is random and its
 * seed fixed, so that a failure repeats.
 */
export class BrokenLine {
  readonly #app: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #agent = new Agent({ keepAlive: true });
  #isCut = false;
  #isBad = false;
  #seed: number;
  /** How many messages of the sync met each fate while the line was bad. */
  readonly fates: Record<Fate, number> = { arrives: 0, lost: 0, unanswered: 0 };

  private constructor(app: string, seed: number) {
    this.#app = new URL(app);
    this.#seed = seed;
    this.#server = createServer((from, to) => this.#carry(from, to));
    this.#server.on('connection', (socket: Socket) => {
      if (this.#isCut) return socket.destroy();
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Opens a line to the app on a port of its own. */
  static async open(app: string, seed = 7): Promise<BrokenLine> {
    const line = new BrokenLine(app, seed);
    await new Promise<void>((done) => line.#server.listen(0, '127.0.0.1', done));
    return line;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Nothing passes any more; what is under way is torn off. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Everything passes again; on a bad line half of the sync does not. */
  mend({ bad }: { bad: boolean }): void {
    this.#isCut = false;
    this.#isBad = bad;
  }

  async close(): Promise<void> {
    this.cut();
    this.#agent.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  /** A number from 0 to 1 (a linear congruential generator). */
  #chance(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#seed / 2 ** 32;
  }

  #fateOf(message: IncomingMessage): Fate {
    if (
      !this.#isBad ||
      message.method !== 'POST' ||
      !/\/sincronizar(\/foto)?$/.test(message.url ?? '')
    )
      return 'arrives';
    const chance = this.#chance();
    const broken = chance < 0.75 ? 'lost' : 'unanswered';
    const fate = chance < 0.5 ? 'arrives' : broken;
    this.fates[fate] += 1;
    return fate;
  }

  #carry(from: IncomingMessage, to: ServerResponse): void {
    const fate = this.#fateOf(from);
    if (fate === 'lost') return void from.socket.destroy();
    const onward = request(
      {
        host: '127.0.0.1',
        port: this.#app.port,
        method: from.method,
        path: from.url,
        headers: from.headers,
        agent: this.#agent,
      },
      (answer) => {
        // The app has done its part; whether the browser hears of it is another matter.
        if (fate === 'unanswered') {
          answer.resume();
          answer.on('end', () => from.socket.destroy());
          return;
        }
        to.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(to);
      },
    );
    onward.on('error', () => from.socket.destroy());
    from.pipe(onward);
  }
}
