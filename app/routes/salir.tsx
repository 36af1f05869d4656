import { useLoaderData } from '@remix-run/react';
import { act, page, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { blankSessionCookie } from '#app/platform/session/cookie.server.ts';
import { endSession } from '#app/platform/session/session.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({
  title: visit.t('accounts')('leave.title'),
  name: visit.actor?.name ?? null,
}));

export const action = act(async ({ visit }) => {
  if (visit.facts.token) await endSession(visit.facts.token);
  visit.cookies.push(blankSessionCookie());
  return redirectTo('/', { visit, notice: 'signed_out' });
});

export default function SignOut() {
  const { name } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  return (
    <div className="l-wrap">
      <PageHead
        title={t('leave.title')}
        current={t('leave.title')}
        lead={name ? t('leave.lead', { name }) : t('leave.nobody')}
      />
      {name ? (
        <form method="post" className="l-row">
          <Button kind="go">{t('leave.submit')}</Button>
          <ButtonLink href="/cuenta">{t('leave.stay')}</ButtonLink>
        </form>
      ) : (
        <p>
          <ButtonLink href="/entrar">{t('enter.title')}</ButtonLink>
        </p>
      )}
    </div>
  );
}
