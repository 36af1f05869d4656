import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { type AppError, isAppError } from '#app/kernel/errors.ts';
import { asUnavailable } from '#app/platform/db/db.server.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { log } from '#app/platform/log/log.server.ts';
import { statusOf } from './status.ts';
import type { PageArgs } from './route.server.ts';

const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** JSON of the read API with its ETag; 304 when the asker already has it. */
export function jsonReply(request: Request, body: unknown, status = 200, extra: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
  const headers = { ...cors, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, no-cache', ETag: etag, ...extra };
  if (status === 200 && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(text, { status, headers });
}

/** The error form of the API (contract, section 5). */
export function errorReply(request: Request, error: AppError, locale: 'es' | 'en' = 'es'): Response {
  const mensaje = translatorOf(locale).t('errors')(error.reason as MessageKey<'errors'>, error.params);
  const retry: Record<string, string> = error.kind === 'rate-limited' || error.kind === 'unavailable' ? { 'Retry-After': String(error.params['seconds'] ?? 30) } : {};
  return jsonReply(request, { error: { codigo: error.reason, mensaje, campos: {} } }, statusOf[error.kind], retry);
}

/** Wraps a loader of the read API. */
export function api(load: (args: PageArgs) => Promise<unknown>) {
  return async ({ context, params, request }: LoaderFunctionArgs): Promise<Response> => {
    const { visit } = context;
    try {
      return jsonReply(request, await load({ visit, params, url: visit.url, request }));
    } catch (error) {
      const known = isAppError(error) ? error : asUnavailable(error);
      if (isAppError(known)) return errorReply(request, known, visit.locale);
      log.error({ err: error, path: visit.url.pathname }, 'unexpected');
      return jsonReply(request, { error: { codigo: 'unexpected', mensaje: visit.t('errors')('unexpected' as MessageKey<'errors'>, { id: '' }), campos: {} } }, 500);
    }
  };
}
