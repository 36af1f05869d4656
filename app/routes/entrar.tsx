import { useLoaderData } from '@remix-run/react';
import { writeCookie } from '#app/platform/http/cookies.ts';
import { forgiveAct, limitAct } from '#app/platform/http/limit.server.ts';
import { act, ownPath, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { sessionCookie } from '#app/platform/session/cookie.server.ts';
import { endSession } from '#app/platform/session/session.server.ts';
import { demoAccounts } from '#app/domains/accounts/demo-accounts.ts';
import { limitKey } from '#app/domains/accounts/limit-key.server.ts';
import { SignInForm } from '#app/domains/accounts/schema.ts';
import { signIn } from '#app/domains/accounts/sign-in.server.ts';
import { DemoAccounts } from '#app/domains/accounts/ui/demo-accounts.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(({ visit, url }) => {
  const returnTo = url.searchParams.get('volver');
  if (visit.actor) throw redirectTo(ownPath(returnTo, '/cuenta'));
  return {
    title: visit.t('accounts')('enter.title'),
    query: returnTo ? `?volver=${encodeURIComponent(ownPath(returnTo, '/cuenta'))}` : '',
    state:
      url.searchParams.get('registro') === 'listo'
        ? ('registered' as const)
        : returnTo?.startsWith('/ideas/nueva')
          ? ('kept' as const)
          : returnTo
            ? ('return' as const)
            : null,
    demo: visit.isDemo ? demoAccounts : [],
  };
});

export const action = act(async ({ visit, form, url }) => {
  const input = parseForm(form, SignInForm);
  const key = limitKey(input.correo);
  await limitAct(visit, 'sign-in', key);
  const session = await signIn(input, visit.facts.userAgent);
  await forgiveAct('sign-in', key);
  if (visit.facts.token) await endSession(visit.facts.token);
  visit.cookies.push(sessionCookie(session.token));
  // English is only ever chosen, Spanish is where everybody begins: a choice follows the person to a new browser.
  if (session.locale === 'en')
    visit.cookies.push(
      writeCookie('idioma', 'en', { maxAge: 31_536_000, secure: visit.facts.secure }),
    );
  return redirectTo(ownPath(input.volver ?? url.searchParams.get('volver'), '/cuenta'), { visit });
});

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
          <form method="post" noValidate>
            <TextField
              name="correo"
              type="email"
              inputMode="email"
              autoComplete="username"
              label={t('field.email')}
              value={form.value('correo')}
              error={form.errors('correo')}
            />
            <TextField
              name="clave"
              type="password"
              autoComplete="current-password"
              label={t('field.password')}
            />
            <p className="l-gap">
              <Button kind="go" size="big">
                {t('enter.submit')}
              </Button>
            </p>
          </form>
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
