import type { LoaderFunctionArgs } from '@remix-run/node';
import { sayRefusal } from '#app/platform/i18n/field-message.ts';
import { refusedBy } from './refusal.server.ts';
import type { PageArgs } from './route.server.ts';

/** Wraps a loader that answers with a file instead of a page: a refusal is one line of text with its status. */
export function resource(load: (args: PageArgs) => Promise<Response>) {
  return async ({ context, params, request }: LoaderFunctionArgs): Promise<Response> => {
    const { visit } = context;
    try {
      return await load({ visit, params, url: visit.url, request });
    } catch (error) {
      const { refusal, status, headers } = refusedBy(error, visit.url.pathname);
      const { text, next } = sayRefusal(visit.t('errors'), refusal.reason, refusal.params);
      return new Response(`${[text, next].filter(Boolean).join(' ')}\n`, {
        status,
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control': 'no-store',
          ...headers,
        },
      });
    }
  };
}
