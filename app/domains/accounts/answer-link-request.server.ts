import { limitAct } from '#app/platform/http/limit.server.ts';
import {
  parseForm,
  redirectTo,
  type ActArgs,
  type PageArgs,
} from '#app/platform/http/route.server.ts';
import { requestLink } from './request-link.server.ts';
import { readReturnPath, returnQuery } from './return-path.server.ts';
import { LinkRequestForm } from './schema.ts';
import type { LinkWay } from './types.ts';

const ways = {
  by_link: { path: '/entrar/enlace', purpose: 'sign_in' },
  recover: { path: '/entrar/recuperar', purpose: 'recover' },
} as const;

/** What a page shows on which somebody asks for a link by mail. */
export function viewLinkRequest({ visit, url }: PageArgs, way: LinkWay) {
  return {
    title: visit.t('accounts')(`${way}.title`),
    sent: url.searchParams.get('enviado') === '1',
    query: returnQuery(readReturnPath(url)),
  };
}

/** Takes the request; the page it leads to says the same whether or not the address is known. */
export async function answerLinkRequest(
  { visit, form, url }: ActArgs,
  way: LinkWay,
): Promise<Response> {
  const input = parseForm(form, LinkRequestForm);
  await limitAct(visit, 'mail');
  const returnTo = readReturnPath(url, input.returnTo);
  await requestLink(input.email, ways[way].purpose, returnTo);
  return redirectTo(`${ways[way].path}?enviado=1${returnQuery(returnTo, '&')}`);
}
