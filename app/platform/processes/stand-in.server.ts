import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { commonHeaders } from '#app/platform/http/headers.ts';

const style =
  'body{font:1.125rem/1.6 sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1c1c1c}';
const page = `<!doctype html>
<html lang="es">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Volvemos en un momento · Convite</title>
<style>${style}</style>
<main>
<h1>Volvemos en un momento</h1>
<p>Convite está empezando de nuevo. Lo que ya enviaste está a salvo. Si acabas de escribir algo, vuelve atrás en
unos segundos y envíalo otra vez.</p>
<p lang="en">Convite is starting again. What you sent before is safe. If you have just written something, go back
in a few seconds and send it again.</p>
<p><a href="/">Volver al inicio</a></p>
</main>
</html>
`;
const json = JSON.stringify({
  error: {
    codigo: 'restarting',
    mensaje: 'Convite está empezando de nuevo. Vuelve a intentarlo en unos segundos.',
    campos: {},
  },
});
const headers = {
  ...commonHeaders,
  'Content-Security-Policy':
    `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ` +
    "base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Retry-After': '5',
  Connection: 'close',
};

/** 503 in the form that an address speaks. */
function answer(req: IncomingMessage, res: ServerResponse): void {
  const isApi = req.url?.startsWith('/api/') ?? false;
  res.writeHead(503, {
    ...headers,
    'Content-Type': isApi ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
  });
  res.end(isApi ? json : page);
}

/** Answers in the place of web processes while there is none. */
export type StandIn = { open: () => Promise<void>; close: () => void };

/** A server that says 503 on an address with a calm page, from `open` to `close`. */
export function standIn(host: string, port: number): StandIn {
  let server: Server | undefined;
  let wanted = false;
  const listen = async () =>
    await new Promise<boolean>((done) => {
      const next = createServer(answer);
      next.once('error', () => done(false));
      next.listen({ host, port, exclusive: true }, () => {
        if (wanted) server = next;
        else next.close();
        done(true);
      });
    });
  return {
    open: async () => {
      wanted = true;
      // The address is free a moment after the last web process is gone.
      while (wanted && !server && !(await listen())) await pause(20);
    },
    close: () => {
      wanted = false;
      server?.close();
      server = undefined;
    },
  };
}
