import { useLoaderData } from '@remix-run/react';
import { forgiveSignIn, limitSignIn } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { carrySession } from '#app/domains/accounts/carry-session.server.ts';
import { demoAccounts } from '#app/domains/accounts/demo-accounts.ts';
import { isKnownDevice, rememberDevice } from '#app/domains/accounts/known-device.server.ts';
import { limitKey } from '#app/domains/accounts/limit-key.server.ts';
import { readReturnPath, returnQuery } from '#app/domains/accounts/return-path.server.ts';
import { SignInForm } from '#app/domains/accounts/schema.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { DemoAccounts } from '#app/domains/accounts/ui/demo-accounts.tsx';
import { EnterForm } from '#app/domains/accounts/ui/enter-form.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(({ visit, url }) => {
  const returnTo = readReturnPath(url);
  if (visit.actor) throw redirectTo(returnTo ?? '/cuenta');
  return {
    title: visit.t('accounts')('enter.title'),
    query: returnQuery(returnTo),
    state: arrivalOf(url),
    demo: visit.isDemo ? demoAccounts : [],
  };
});

/** What brought somebody here, when the page says something about it. */
function arrivalOf(url: URL): 'registered' | 'kept' | 'return' | null {
  if (url.searchParams.get('registro') === 'listo') return 'registered';
  const returnTo = url.searchParams.get('volver');
  if (returnTo?.startsWith('/ideas/nueva')) return 'kept';
  return returnTo ? 'return' : null;
}

export const action = act(
  async ({ visit, form, url, request }) => {
    const input = parseForm(form, SignInForm);
    const account = limitKey(input.email);
    const cookies = request.headers.get('cookie');
    const isKnown = isKnownDevice(visit, cookies, account);
    await limitSignIn(visit, account, isKnown);
    const session = await signIn(input, visit.facts.userAgent);
    await forgiveSignIn(visit, account, isKnown);
    rememberDevice(visit, cookies, account);
    await carrySession(visit, session);
    return redirectTo(readReturnPath(url, input.returnTo) ?? '/cuenta', { visit });
  },
  { form: true },
);

export default function SignIn() {
  const { query, state, demo } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const form = useFormState();
  return (
    <div className="l-wrap">
      <PageHead title={t('enter.title')} current={t('enter.title')} lead={t('enter.lead')} />
      <div className={demo.length > 0 ? 'l-rail' : undefined}>
        <div className="l-narrow auth">
          <FormMessages form={form} />
          {state === 'registered' && (
            <Notice kind="done" role="status" title={t('enter.registered.title')}>
              {t('enter.registered.text')}
            </Notice>
          )}
          {(state === 'return' || state === 'kept') && <Notice>{t(`enter.${state}`)}</Notice>}
          <EnterForm form={form} />
          <ul className="list l-gap">
            <li>
              <a href={`/entrar/enlace${query}`}>{t('enter.by_link')}</a>
            </li>
            <li>
              <a href={`/entrar/recuperar${query}`}>{t('enter.recover')}</a>
            </li>
          </ul>
          <div className="auth__other l-stack">
            <h2>{t('enter.new.title')}</h2>
            <p>{t('enter.new.text')}</p>
            <p>
              <ButtonLink href={`/registro${query}`} icon="person">
                {t('register.title')}
              </ButtonLink>
            </p>
          </div>
        </div>
        {demo.length > 0 && <DemoAccounts addresses={demo} />}
      </div>
    </div>
  );
}
