import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { handleOf, shipsScriptTo, type Handle } from '#app/platform/http/handle.ts';
import {
  offlinePermissions,
  offlinePolicy,
  readingPolicy,
  scriptPolicy,
} from '#app/platform/http/headers.ts';
import { gatherHtml, htmlResponse, pageOf, type Page } from '#app/platform/http/html.server.ts';
import { NonceContext } from '#app/platform/http/nonce.ts';
import { findRendered, keepRendered, renderingKey } from '#app/platform/http/rendered.server.ts';
import { sayAddress } from '#app/platform/http/say-address.ts';
import type { Visit } from '#app/platform/http/visit.server.ts';
import { TranslatorContext } from '#app/platform/i18n/use-t.ts';
import { log } from '#app/platform/log/log.server.ts';

/** What the matched routes say of themselves. */
function handlesOf(context: EntryContext): Handle[] {
  return context.staticHandlerContext.matches.map((match) =>
    handleOf(context.routeModules[match.route.id]?.handle),
  );
}

/** Renders the page to its end before the first byte leaves: every page is small, and its status is then certain. */
function render(
  request: Request,
  context: EntryContext,
  visit: Visit,
  nonce: string,
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const { pipe } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <TranslatorContext.Provider value={visit.translator}>
          <RemixServer context={context} url={request.url} nonce={nonce} />
        </TranslatorContext.Provider>
      </NonceContext.Provider>,
      {
        onAllReady() {
          pipe(gatherHtml(done));
        },
        onShellError: fail,
        onError: (error) =>
          log.error({ err: error, path: sayAddress(visit.url.pathname) }, 'render'),
      },
    );
  });
}

/** Whether a form comes back with errors: the title then says so first, since it is read before everything else. */
function hasFieldErrors(actionData: Record<string, unknown> | null): boolean {
  return Object.values(actionData ?? {}).some(
    (answer) => answer !== null && typeof answer === 'object' && 'errors' in answer,
  );
}

function markTitle(html: Buffer, prefix: string): Buffer {
  return Buffer.from(html.toString().replace('<title>', `<title>${prefix}`));
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { visit }: AppLoadContext,
): Promise<Response> {
  const answer = (page: Page, policy: string) => {
    headers.set('Content-Type', 'text/html; charset=utf-8');
    headers.set('Content-Security-Policy', policy);
    return htmlResponse(page, { status: visit.status ?? status, headers });
  };
  const { errors, actionData, loaderData } = context.staticHandlerContext;
  const handles = handlesOf(context);
  if (!errors && handles.some((handle) => handle.offline)) {
    headers.set('Permissions-Policy', offlinePermissions);
    return answer(
      pageOf(await render(request, context, visit, visit.nonce)),
      offlinePolicy(visit.nonce),
    );
  }
  if (!errors && handles.some((handle) => shipsScriptTo(handle, visit.actor !== null)))
    return answer(
      pageOf(await render(request, context, visit, visit.nonce)),
      scriptPolicy(visit.nonce),
    );
  const key =
    errors || actionData || visit.status !== undefined
      ? null
      : renderingKey(visit.url.pathname + visit.url.search, visit.locale, loaderData);
  const known = key ? findRendered(key) : undefined;
  if (known) return answer(known, readingPolicy);
  const html = await render(request, context, visit, '');
  const page = pageOf(
    hasFieldErrors(actionData) ? markTitle(html, visit.t('common')('ui.errors.prefix')) : html,
  );
  if (key) keepRendered(key, page);
  return answer(page, readingPolicy);
}

const saysStatus = (error: unknown) =>
  typeof error === 'object' && error !== null && 'status' in error && error.status !== undefined;

/** Refusals were already turned into their pages; what arrives here is a bug. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || saysStatus(error)) return;
  log.error({ err: error, path: sayAddress(new URL(request.url).pathname) }, 'unexpected');
}
