import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { readingPolicy, scriptPolicy } from '#app/platform/http/headers.ts';
import { htmlResponse } from '#app/platform/http/html.server.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';
import { log } from '#app/platform/log/log.server.ts';

/** Renders the page to its end before the first byte leaves: every page is small, and its status is then certain. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { visit }: AppLoadContext): Promise<Response> {
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    const { pipe } = renderToPipeableStream(
      <TranslatorContext.Provider value={visit.translator}>
        <RemixServer context={context} url={request.url} nonce={visit.nonce} />
      </TranslatorContext.Provider>,
      {
        onAllReady() {
          const sink = new Writable({
            write(chunk: Buffer, _encoding, next) {
              parts.push(chunk);
              next();
            },
            final(next) {
              const html = Buffer.concat(parts).toString('utf8');
              headers.set('Content-Type', 'text/html; charset=utf-8');
              headers.set('Content-Security-Policy', html.includes('<script') ? scriptPolicy(visit.nonce) : readingPolicy);
              done(htmlResponse(html, { status: visit.status ?? status, headers }));
              next();
            },
          });
          pipe(sink);
        },
        onShellError: fail,
        onError: (error) => log.error({ err: error, path: visit.url.pathname }, 'render'),
      },
    );
  });
}

/** Refusals were already turned into their pages; what arrives here is a bug. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (error as { status?: number } | null)?.status !== undefined) return;
  log.error({ err: error, path: new URL(request.url).pathname }, 'unexpected');
}
