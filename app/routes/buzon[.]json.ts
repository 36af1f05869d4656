import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/kernel/errors.ts';
import { errorReply } from '#app/platform/http/api.server.ts';
import { listMail } from '#app/platform/mail/list-mail.server.ts';

/** The demonstration's mailbox for scripts; never open to other sites' pages, since links in it open accounts. */
export async function loader({
  context: { visit },
  request,
}: LoaderFunctionArgs): Promise<Response> {
  if (!visit.isDemo) return errorReply(request, notFound('page_not_found'), visit.locale);
  const to = (visit.url.searchParams.get('para') ?? '').trim().toLowerCase();
  return Response.json(
    { datos: await listMail(to || null) },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}
