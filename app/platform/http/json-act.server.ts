import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { invalid } from '#app/kernel/errors.ts';
import { errorForm, refusedBy } from './refusal.server.ts';
import type { PageArgs } from './route.server.ts';

/** An answer for our own script alone: no other site reads it, and nobody keeps it. */
function privateJson(body: unknown, status = 200, extra: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...extra,
    },
  });
}

/** Wraps an action that takes and gives JSON for a page's own script; refusals have the form of the API's. */
export function jsonAct<S extends z.ZodType>(
  schema: S,
  run: (args: PageArgs & { message: z.output<S> }) => Promise<unknown>,
) {
  return answerJson(schema, async (request) => await request.json(), run);
}

/** The same for a message that brings a file with it: a form whose other fields are text. */
export function jsonFormAct<S extends z.ZodType>(
  schema: S,
  run: (args: PageArgs & { message: z.output<S> }) => Promise<unknown>,
) {
  return answerJson(schema, async (request) => Object.fromEntries(await request.formData()), run);
}

function answerJson<S extends z.ZodType>(
  schema: S,
  read: (request: Request) => Promise<unknown>,
  run: (args: PageArgs & { message: z.output<S> }) => Promise<unknown>,
) {
  return async ({ context, params, request }: ActionFunctionArgs): Promise<Response> => {
    const { visit } = context;
    try {
      const parsed = schema.safeParse(await read(request).catch(() => undefined));
      if (!parsed.success) throw invalid('json_malformed');
      return privateJson(
        await run({ visit, params, url: visit.url, request, message: parsed.data }),
      );
    } catch (error) {
      const { refusal, status, headers } = refusedBy(error, visit.url.pathname);
      return privateJson(errorForm(visit.t('errors'), refusal), status, headers);
    }
  };
}
