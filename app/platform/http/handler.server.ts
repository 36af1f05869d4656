import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AppLoadContext } from '@remix-run/server-runtime';
import type { Actor } from '#app/kernel/actor.ts';
import {
  type AppError,
  conflict,
  forbidden,
  invalid,
  isAppError,
  tooLarge,
  unavailable,
} from '#app/kernel/errors.ts';
import { city } from '#app/platform/city/city.ts';
import { config } from '#app/platform/config/config.server.ts';
import { isNearlyFull } from '#app/platform/config/data-folder.server.ts';
import { asUnavailable } from '#app/platform/db/db.server.ts';
import { locales } from '#app/platform/i18n/messages.ts';
import { log } from '#app/platform/log/log.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { sessionCookieName } from '#app/platform/session/cookie.server.ts';
import { errorReply } from './api.server.ts';
import { isBeforeOpening } from './before-opening.ts';
import { bodyLimitOf, hasTooManyFields, mostFields } from './body-limit.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { commonHeaders } from './headers.ts';
import { pageOfResponse, zippedOf } from './html.server.ts';
import { isFromElsewhere } from './origin.ts';
import { Visit } from './visit.server.ts';

type RemixHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const zip = promisify(gzip);

/** Turns Node's requests into visits of the Remix app and its answers into Node's. */
export function createListener(
  remix: RemixHandler,
): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    serve(remix, req, res).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ECONNRESET') return;
      log.error({ err: error }, 'request failed');
      if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end();
    });
  };
}

async function serve(
  remix: RemixHandler,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const settings = config();
  const host = req.headers.host ?? 'localhost';
  const secure = settings.baseUrl.startsWith('https:');
  const origin = `${secure ? 'https' : 'http'}://${host}`;
  const asked = readUrl(req.url ?? '/', origin);
  const url = asked ?? readUrl(req.url?.startsWith('/api/') ? '/api/v1' : '/', origin);
  const method = req.method ?? 'GET';
  if (!url || !methods.has(method)) {
    res
      .writeHead(url ? 405 : 400, { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8' })
      .end(url ? '405' : '400');
    return;
  }
  const tidy = tidyPath(url.pathname);
  if (tidy !== url.pathname) {
    res.writeHead(308, { ...commonHeaders, Location: `${tidy}${url.search}` }).end();
    return;
  }
  const reads = method === 'GET' || method === 'HEAD';
  let refusal = asked ? undefined : invalid('address_malformed');
  let body: Buffer | undefined;
  if (!reads && !refusal) {
    if (settings.embedded && isNearlyFull(settings.dataDir)) refusal = unavailable('disk_full');
    else if (isFromElsewhere(req.headers)) refusal = forbidden('cross_origin');
    else body = await readBody(req, bodyLimitOf(url.pathname));
    if (!refusal && body === undefined) refusal = tooLarge('body_too_large');
    if (body && hasTooManyFields(body, req.headers['content-type']))
      refusal = tooLarge('too_many_fields', { max: mostFields });
  }
  const { visit, cookies } = await openVisit(req, url, secure, refusal);
  const early = isBeforeOpening(url.pathname.replace(/\.data$/, ''), visit.actor);
  const isPage = reads && !url.pathname.startsWith('/api/') && !/\.\w+$/.test(url.pathname);
  if (early && !isPage) visit.facts.refusal ??= conflict('city_not_open');
  const wanted = visit.facts.refusal;
  if (wanted && url.pathname.startsWith('/api/')) {
    await send(
      req,
      res,
      visit,
      errorReply(toRequest(req, url, 'GET'), wanted, visit.locale),
      cookies,
    );
    return;
  }
  const request = requestOf(req, url, { refused: wanted !== undefined, early, body });
  const response = await remix(request, { visit });
  await send(req, res, visit, response, cookies);
}

/** What Remix is asked: the page itself, or the one that stands in for it. */
function requestOf(
  req: IncomingMessage,
  url: URL,
  asked: { refused: boolean; early: boolean; body: Buffer | undefined },
): Request {
  if (asked.refused) return toRequest(req, new URL('/_negada', url), 'GET');
  if (asked.early) return toRequest(req, new URL('/_preparando', url), 'GET');
  return toRequest(req, url, req.method ?? 'GET', asked.body);
}

/** One slash in front, none behind: `//name` would send the visitor to another site. */
function tidyPath(path: string): string {
  let [from, to] = [0, path.length];
  while (path[from] === '/') from += 1;
  while (to > from && path[to - 1] === '/') to -= 1;
  return `/${path.slice(from, to)}`;
}

/** The address asked, unless it cannot be read or holds a NUL, which no text in PostgreSQL may. */
function readUrl(path: string, origin: string): URL | undefined {
  try {
    const url = new URL(path.startsWith('/') ? origin + path : path, origin);
    decodeURIComponent(url.pathname);
    // A data request of earlier Remix, which today's takes for a mistake of ours and logs.
    if (url.searchParams.has('_data')) url.searchParams.delete('_data');
    return /%00/.test(url.href) ? undefined : url;
  } catch {
    return undefined;
  }
}

/** The whole body, or nothing when it is over the limit. */
async function readBody(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    req.resume();
    return undefined;
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) parts.push(part);
  }
  return size > limit ? undefined : Buffer.concat(parts);
}

function toRequest(req: IncomingMessage, url: URL, method: string, body?: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const init: RequestInit = { method, headers };
  if (body && method !== 'GET' && method !== 'HEAD') init.body = new Uint8Array(body);
  return new Request(url, init);
}

/** Behind n proxies of ours the visitor's address is the n-th from the right. */
function addressOf(req: IncomingMessage, proxies: number): string {
  const seen = req.socket.remoteAddress ?? '';
  if (proxies === 0) return seen;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-proxies) ?? seen;
}

async function openVisit(
  req: IncomingMessage,
  url: URL,
  secure: boolean,
  refused: AppError | undefined,
): Promise<{ visit: Visit; cookies: string[] }> {
  const settings = config();
  const cookieHeader = req.headers.cookie;
  const cookies: string[] = [];
  const offered = locales.filter((each) => city().languages.includes(each));
  const asked = offered.find((each) => each === url.searchParams.get('idioma'));
  const kept = offered.find((each) => each === readCookie(cookieHeader, 'idioma'));
  const locale = asked ?? kept ?? 'es';
  if (asked) cookies.push(writeCookie('idioma', asked, { maxAge: 31_536_000, secure }));
  let device = readCookie(cookieHeader, 'equipo');
  if (!device || !/^[\w-]{22}$/.test(device)) {
    device = randomBytes(16).toString('base64url');
    cookies.push(writeCookie('equipo', device, { maxAge: 7_776_000, secure }));
  }
  const notice = readCookie(cookieHeader, 'aviso');
  const token = readCookie(cookieHeader, sessionCookieName());
  let actor: Actor | null = null;
  let refusal = refused;
  if (token) {
    try {
      actor = await readSession(token);
    } catch (error) {
      const away = asUnavailable(error);
      if (!isAppError(away)) throw error;
      refusal ??= away;
    }
  }
  const visit = new Visit({
    url,
    actor,
    locale,
    device,
    token,
    secure,
    notice,
    refusal,
    address: addressOf(req, settings.trustProxy),
    isDemo: settings.demo,
    isDemoPublic: settings.demoPublic,
    userAgent: String(req.headers['user-agent'] ?? '').slice(0, 300),
  });
  return { visit, cookies };
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  visit: Visit,
  response: Response,
  cookies: string[],
): Promise<void> {
  const status = response.status;
  const headers: Record<string, string | string[]> = { ...commonHeaders };
  response.headers.forEach((value, name) => {
    if (name === 'set-cookie') return;
    // What an answer says for itself stands instead of the common header, not beside it.
    for (const common of Object.keys(commonHeaders))
      if (common.toLowerCase() === name) delete headers[common];
    headers[name] = value;
  });
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const set = [...response.headers.getSetCookie(), ...visit.cookies];
  if (isHtml || status === 303 || set.length > 0) set.push(...cookies);
  if (isHtml && visit.facts.notice !== null)
    set.push(writeCookie('aviso', '', { maxAge: 0, secure: false }));
  if (set.length > 0) headers['set-cookie'] = [...new Set(set)];
  if (visit.facts.secure)
    headers['Strict-Transport-Security'] = 'max-age=31536000; includeSubDomains';
  headers['cache-control'] ??= 'private, no-cache';
  if (visit.retryAfter !== undefined) headers['retry-after'] = String(visit.retryAfter);

  headers['vary'] = 'Cookie, Accept-Encoding';
  const page = pageOfResponse(response);
  if (page && status === 200 && set.length === 0) {
    headers['etag'] = page.etag;
    if (req.headers['if-none-match'] === page.etag) {
      res.writeHead(304, headers).end();
      return;
    }
  }
  let body: Buffer =
    page?.bytes ?? (response.body ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0));
  const type = String(headers['content-type'] ?? '');
  if (
    body.length > 1400 &&
    /^(text\/|application\/(json|atom|xml|x-script))/.test(type) &&
    /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
  ) {
    body = page ? await zippedOf(page) : await zip(body, { level: 5 });
    headers['content-encoding'] = 'gzip';
  }
  if (status !== 304 && status !== 204) headers['content-length'] = String(body.length);
  res.writeHead(status, headers);
  res.end(req.method === 'HEAD' ? undefined : body);
}
