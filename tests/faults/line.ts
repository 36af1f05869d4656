import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const ignore = () => undefined;

/** An address that leads to a port and may be moved to another one, as a failover moves it. */
export class Line {
  readonly port: number;
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #to: number;

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.#to = to;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (near) => this.#join(near));
  }

  static async open(to: number): Promise<Line> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Line(server, to);
  }

  #join(near: Socket): void {
    const far = connect(this.#to, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(end);
      end.on('error', ignore);
      end.on('close', () => {
        this.#ends.delete(end);
        other.destroy();
      });
    }
  }

  /** Leads new connections elsewhere; those that stand stay where they are. */
  move(to: number): void {
    this.#to = to;
  }

  /** Breaks the connections that stand. */
  cut(): void {
    for (const end of this.#ends) end.destroy();
  }

  /** From now on those that stand carry nothing, and nobody is told: a machine that lost its power. */
  silence(): void {
    for (const end of this.#ends) end.unpipe().pause().removeAllListeners('close');
    this.#ends.clear();
  }

  close(): void {
    this.#server.close();
    this.cut();
  }
}
