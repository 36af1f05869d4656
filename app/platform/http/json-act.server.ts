import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { invalid, isAppError } from '#app/kernel/errors.ts';
import { asUnavailable } from '#app/platform/db/db.server.ts';
import type { MessageKey } from '#app/platform/i18n/messages.ts';
import { log } from '#app/platform/log/log.server.ts';
import type { PageArgs } from './route.server.ts';
import { statusOf } from './status.ts';

/** An answer for our own script alone: no other site reads it, and nobody keeps it. */
function privateJson(body: unknown, status: number, extra: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...extra } });
}

/** Wraps an action that takes and gives JSON for a page's own script; refusals have the form of the API's (contract, section 5). */
export function jsonAct<S extends z.ZodType>(schema: S, run: (args: PageArgs & { message: z.output<S> }) => Promise<unknown>) {
  return async ({ context, params, request }: ActionFunctionArgs): Promise<Response> => {
    const { visit } = context;
    const say = visit.t('errors');
    const refuse = (reason: string, status: number, extra: Record<string, string> = {}, about: Record<string, string | number> = {}) =>
      privateJson({ error: { codigo: reason, mensaje: say(reason as MessageKey<'errors'>, about), campos: {} } }, status, extra);
    try {
      const parsed = schema.safeParse(await request.json().catch(() => undefined));
      if (!parsed.success) throw invalid('json_malformed');
      return privateJson(await run({ visit, params, url: visit.url, request, message: parsed.data }), 200);
    } catch (error) {
      const known = isAppError(error) ? error : asUnavailable(error);
      if (isAppError(known)) return refuse(known.reason, statusOf[known.kind], known.kind === 'rate-limited' || known.kind === 'unavailable' ? { 'Retry-After': String(known.params['seconds'] ?? 30) } : {}, known.params);
      log.error({ err: error, path: visit.url.pathname }, 'unexpected');
      return refuse('unexpected', 500, {}, { id: '' });
    }
  };
}
