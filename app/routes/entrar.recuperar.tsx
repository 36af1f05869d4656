import { useLoaderData } from '@remix-run/react';
import { act, page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import {
  answerLinkRequest,
  viewLinkRequest,
} from '#app/domains/accounts/answer-link-request.server.ts';
import { LinkRequest } from '#app/domains/accounts/ui/link-request.tsx';

export const meta = titleOf;

export const loader = page((args) => viewLinkRequest(args, 'recover'));

export const action = act(async (args) => await answerLinkRequest(args, 'recover'));

export default function Recover() {
  const { sent, query } = useLoaderData<typeof loader>();
  return <LinkRequest way="recover" sent={sent} query={query} />;
}
