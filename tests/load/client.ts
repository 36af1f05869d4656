import { connect, type Socket } from 'node:net';

export type Measured = {
  name: string;
  requests: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
};

const headEnd = Buffer.from('\r\n\r\n');

/** Reads one answer with Content-Length from a socket and gives its status. */
class Reader {
  #kept: Buffer = Buffer.alloc(0);
  #wake: (() => void) | undefined;
  #failed: Error | undefined;

  constructor(socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.#kept = this.#kept.length === 0 ? chunk : Buffer.concat([this.#kept, chunk]);
      this.#wake?.();
    });
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('closed')));
  }

  #fail(error: Error): void {
    this.#failed ??= error;
    this.#wake?.();
  }

  async next(): Promise<number> {
    for (;;) {
      const head = this.#kept.indexOf(headEnd);
      if (head >= 0) {
        const text = this.#kept.toString('latin1', 0, head);
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
        const end = head + 4 + length;
        if (this.#kept.length >= end) {
          this.#kept = this.#kept.subarray(end);
          return Number(text.slice(9, 12));
        }
      }
      if (this.#failed) throw this.#failed;
      await new Promise<void>((done) => (this.#wake = done));
    }
  }
}

/** The bytes of a request over a kept connection. */
export function requestBytes(
  port: number,
  path: string,
  options: { cookie?: string; form?: string } = {},
): Buffer {
  const body = options.form ?? '';
  const lines = [
    `${options.form === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: keep-alive',
    'Accept: text/html',
    ...(options.cookie ? [`Cookie: ${options.cookie}`] : []),
    ...(options.form === undefined
      ? []
      : [
          'Content-Type: application/x-www-form-urlencoded',
          `Content-Length: ${Buffer.byteLength(body)}`,
        ]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Sends requests over `clients` connections, each waiting for its answer, for some seconds after a
 * warm-up.
 */
export async function measure(
  name: string,
  port: number,
  make: (n: number) => Buffer,
  options: { clients?: number; seconds?: number; warmup?: number; expect?: number } = {},
): Promise<Measured> {
  const { clients = 8, seconds = 8, warmup = 2, expect = 200 } = options;
  const times: number[] = [];
  let errors = 0;
  let n = 0;
  const begin = performance.now() + warmup * 1000;
  const end = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      const reader = new Reader(socket);
      try {
        for (;;) {
          const sent = performance.now();
          if (sent >= end) return;
          socket.write(make(n++));
          const status = await reader.next();
          if (status !== expect) errors += 1;
          if (sent >= begin) times.push(performance.now() - sent);
        }
      } finally {
        socket.destroy();
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) /
    100;
  return {
    name,
    requests: times.length,
    seconds,
    perSecond: Math.round((times.length / seconds) * 10) / 10,
    p50: at(0.5),
    p99: at(0.99),
    errors,
  };
}
