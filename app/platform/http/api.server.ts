import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Locale } from '#app/platform/i18n/messages.ts';
import { translatorOf } from '#app/platform/i18n/translators.server.ts';
import { errorForm, refusedBy } from './refusal.server.ts';
import type { PageArgs } from './route.server.ts';

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** JSON of the read API with its ETag; 304 when the asker already has it. */
export function jsonReply(
  request: Request,
  body: unknown,
  status = 200,
  extra: Record<string, string> = {},
): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
  const headers = {
    ...cors,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, no-cache',
    ETag: etag,
    ...extra,
  };
  if (status === 200 && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(text, { status, headers });
}

/** What the API answers to an error. */
export function errorReply(request: Request, error: unknown, locale: Locale = 'es'): Response {
  const { refusal, status, headers } = refusedBy(error, new URL(request.url).pathname);
  return jsonReply(request, errorForm(translatorOf(locale).t('errors'), refusal), status, headers);
}

/** Wraps a loader of the read API. */
export function api(load: (args: PageArgs) => Promise<unknown>) {
  return async ({ context, params, request }: LoaderFunctionArgs): Promise<Response> => {
    const { visit } = context;
    try {
      return jsonReply(request, await load({ visit, params, url: visit.url, request }));
    } catch (error) {
      return errorReply(request, error, visit.locale);
    }
  };
}
