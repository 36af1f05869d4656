import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { invalid, isAppError } from '#app/kernel/errors.ts';
import { writeCookie } from './cookies.ts';
import { FormErrors, type MarkedText } from './field-errors.ts';
import { refusedBy, sayPage, sayRefused } from './refusal.server.ts';
import { sayFields, type Why } from '#app/platform/i18n/field-message.ts';
import { sayProblem, type SaidProblem } from '#app/platform/spreadsheets/say-problem.ts';
import type { Visit } from './visit.server.ts';

export type PageArgs = {
  visit: Visit;
  params: Record<string, string | undefined>;
  url: URL;
  request: Request;
};
export type ActArgs = PageArgs & { form: FormData };

export type FormValues = Record<string, string | string[]>;
/** What an action returns when the form must be shown again, said in the reader's language. */
export type FormReply = {
  errors?: Record<string, string>;
  lines?: SaidProblem[];
  marked?: MarkedText[];
  refused?: Why & { reason: string };
  /** What the person is asked before it is done, by its name; nothing is wrong. */
  asks?: string;
  values: FormValues;
};

/** The values of a form: a list where a name repeats. */
export function valuesOf(form: FormData): FormValues {
  const all = new Map<string, string[]>();
  for (const [name, value] of form) {
    const given = all.get(name) ?? [];
    if (typeof value === 'string') given.push(value);
    all.set(name, given);
  }
  return Object.fromEntries(
    [...all].map(([name, given]) => [name, given.length > 1 ? given : (given[0] ?? '')]),
  );
}

/** The form once more, as it was sent, with something to answer first. */
export function askFirst(form: FormData, asks: string): FormReply {
  return { asks, values: withoutSecrets(valuesOf(form)) };
}

/** Checks a form's shape. Lists are read as lists when the schema names them in `lists`. */
export function parseForm<S extends z.ZodType>(
  form: FormData | FormValues,
  schema: S,
  lists: string[] = [],
): z.output<S> {
  const values = form instanceof FormData ? valuesOf(form) : form;
  // Not by assigning: a field may be called `__proto__`.
  const shaped: Record<string, unknown> = Object.fromEntries([
    ...lists.map((name) => [name, [] as string[]] as const),
    ...Object.entries(values).map(([name, value]) => {
      const given = [value].flat();
      return [name, lists.includes(name) ? given : given.at(-1)] as const;
    }),
  ]);
  const parsed = schema.safeParse(shaped);
  if (parsed.success) return parsed.data;
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'formulario');
    (errors[field] ??= []).push(/^[a-z_]+(\||$)/.test(issue.message) ? issue.message : 'required');
  }
  throw new FormErrors(errors);
}

/** A document's answer takes its status and headers from here: of a refusal thrown it would lose them. */
function markRefused(visit: Visit, status: number, headers: Record<string, string>): void {
  visit.status = status;
  const wait = headers['Retry-After'];
  if (wait !== undefined) visit.retryAfter = Number(wait);
}

function refuse(visit: Visit, error: unknown): never {
  if (error instanceof Response) throw error;
  const { refusal, status, headers } = refusedBy(error, visit.url.pathname);
  if (refusal.kind === 'unauthenticated')
    throw redirect(`/entrar?volver=${encodeURIComponent(returnPath(visit.url))}`, 303);
  markRefused(visit, status, headers);
  throw data(sayPage(visit.translator, refusal), { status, headers });
}

/** Where to come back after signing in: the page itself, or the thing a form belongs to. */
function returnPath(url: URL): string {
  const path = url.pathname.replace(/\.data$/, '');
  const acts = /^(\/ideas\/[^/]+)\/(apoyo|comentarios|retirar|respuesta)$/.exec(path);
  return (acts?.[1] ?? path) + (acts ? '' : url.search.replace(/[?&]_routes=[^&]*/, ''));
}

/** Wraps a loader: gives it the visit and turns refusals into their designed page. */
export function page<T>(load: (args: PageArgs) => Promise<T> | T) {
  return async ({ context, params, request }: LoaderFunctionArgs): Promise<T> => {
    const { visit } = context;
    try {
      return await load({ visit, params, url: visit.url, request });
    } catch (error) {
      refuse(visit, error);
    }
  };
}

/** Refusals after which the form stays on the page, with what was typed: it may be sent again. */
const staysOnForm = new Set(['conflict', 'rate-limited']);

/** Wraps an action: field errors are returned with 422, a refused state with 409, both with what was typed. */
export function act<T>(run: (args: ActArgs) => Promise<T>, options: { form?: boolean } = {}) {
  return async ({ context, params, request }: ActionFunctionArgs) => {
    const { visit } = context;
    let form = new FormData();
    try {
      form = await readForm(request);
      return await run({ visit, params, url: visit.url, request, form });
    } catch (error) {
      if (error instanceof FormErrors) {
        visit.status = 422;
        return data(
          {
            errors: sayFields(visit.translator, error.errors),
            lines: error.lines.map((problem) => sayProblem(visit.translator, problem)),
            marked: error.marked,
            values: withoutSecrets(valuesOf(form)),
          } satisfies FormReply,
          { status: 422 },
        );
      }
      if (options.form && isAppError(error) && staysOnForm.has(error.kind)) {
        const { refusal, status, headers } = refusedBy(error, visit.url.pathname);
        markRefused(visit, status, headers);
        const refused = sayRefused(visit.t('errors'), refusal);
        return data({ refused, values: withoutSecrets(valuesOf(form)) } satisfies FormReply, {
          status,
          headers,
        });
      }
      refuse(visit, error);
    }
  };
}

/**
 * The fields of a post; a button alone sends none. A NUL is taken out wherever it stands: no text in
 * PostgreSQL may hold one.
 */
async function readForm(request: Request): Promise<FormData> {
  if (!request.headers.has('Content-Type')) return new FormData();
  const posted = await request.formData().catch(() => {
    throw invalid('form_malformed');
  });
  const form = new FormData();
  for (const [name, value] of posted)
    form.append(
      name.replaceAll('\0', ''),
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    );
  return form;
}

/** Passwords are never sent back. */
function withoutSecrets(values: FormValues): FormValues {
  const { clave: _password, ...kept } = values;
  return kept;
}

/** 303 to a page of ours; `notice` is said once there (`notice.<key>` of `common`). */
export function redirectTo(
  path: string,
  options: { notice?: string; visit?: Visit } = {},
): Response {
  const headers = new Headers();
  if (options.notice)
    headers.append(
      'Set-Cookie',
      writeCookie('aviso', options.notice, { maxAge: 60, secure: false }),
    );
  for (const cookie of options.visit?.cookies ?? []) headers.append('Set-Cookie', cookie);
  // A header holds plain ASCII: what a visitor's address or form brought is written as in a link.
  return redirect(path.replace(/[^\x21-\x7e]+/g, encodeURIComponent), { status: 303, headers });
}

/** A path of this site given by a visitor, or the fallback: never another host's. */
export function ownPath(given: string | null | undefined, fallback: string): string {
  return given && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : fallback;
}
