import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, ownPath, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { requestLink } from '#app/domains/accounts/request-link.server.ts';
import { LinkRequestForm } from '#app/domains/accounts/schema.ts';
import { LinkRequest } from '#app/domains/accounts/ui/link-request.tsx';

export const meta = titleOf;

export const loader = page(({ visit, url }) => {
  const returnTo = url.searchParams.get('volver');
  return {
    title: visit.t('accounts')('by_link.title'),
    sent: url.searchParams.get('enviado') === '1',
    query: returnTo ? `?volver=${encodeURIComponent(ownPath(returnTo, '/cuenta'))}` : '',
  };
});

export const action = act(async ({ visit, form, url }) => {
  const input = parseForm(form, LinkRequestForm);
  await limitAct(visit, 'mail');
  const given = input.volver ?? url.searchParams.get('volver');
  const returnTo = given ? ownPath(given, '/cuenta') : null;
  await requestLink(input.correo, 'sign_in', returnTo);
  return redirectTo(
    `/entrar/enlace?enviado=1${returnTo ? `&volver=${encodeURIComponent(returnTo)}` : ''}`,
  );
});

export default function SignInByLink() {
  const { sent, query } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  return (
    <LinkRequest
      title={t('by_link.title')}
      lead={t('by_link.lead')}
      submit={t('by_link.submit')}
      sent={sent}
      other={
        <p>
          {t('by_link.other')} <a href={`/entrar/recuperar${query}`}>{t('recover.title')}</a>
        </p>
      }
    />
  );
}
