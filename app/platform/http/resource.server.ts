import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { isAppError } from '#app/kernel/errors.ts';
import { asUnavailable } from '#app/platform/db/db.server.ts';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { PageArgs } from './route.server.ts';
import { statusOf } from './status.ts';

/** Wraps a loader that answers with a file instead of a page: a refusal is one line of text with its status. */
export function resource(load: (args: PageArgs) => Promise<Response>) {
  return async ({ context, params, request }: LoaderFunctionArgs): Promise<Response> => {
    const { visit } = context;
    const refuse = (status: number, reason: string, values: Record<string, string | number>) => {
      const { text, next } = sayRefusal(visit.t('errors'), reason, values);
      return new Response(`${[text, next].filter(Boolean).join(' ')}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });
    };
    try {
      return await load({ visit, params, url: visit.url, request });
    } catch (error) {
      const known = isAppError(error) ? error : asUnavailable(error);
      if (isAppError(known)) return refuse(statusOf[known.kind], known.reason, known.params);
      const id = randomUUID();
      log.error({ err: error, id, path: visit.url.pathname }, 'unexpected');
      return refuse(500, 'unexpected', { id });
    }
  };
}
