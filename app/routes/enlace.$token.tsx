import { useLoaderData } from '@remix-run/react';
import { conflict } from '#app/kernel/errors.ts';
import { writeCookie } from '#app/platform/http/cookies.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { sessionCookie } from '#app/platform/session/cookie.server.ts';
import { endSession } from '#app/platform/session/session.server.ts';
import { currentPolicy } from '#app/domains/accounts/data-policy.ts';
import { findLink } from '#app/domains/accounts/find-link.server.ts';
import { passwordLimits } from '#app/domains/accounts/rules.ts';
import { FirstCoordinatorForm, RecoverForm } from '#app/domains/accounts/schema.ts';
import { spendLink, type SpentLink } from '#app/domains/accounts/spend-link.server.ts';
import { DataPolicyText } from '#app/domains/accounts/ui/data-policy.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

/** Looking spends nothing: scanners of mail fetch links. A link that is spent, expired or invented answers the same. */
export const loader = page(async ({ visit, params }) => {
  const link = await findLink(visit.db, params['token'] ?? '');
  if (!link) visit.status ??= 410;
  const purpose = link?.purpose ?? ('spent' as const);
  return {
    title: visit.t('accounts')(`link.${purpose}.title`),
    purpose,
    policy: purpose === 'first_coordinator' ? currentPolicy : null,
  };
});

export const action = act(
  async ({ visit, params, form }) => {
    const token = params['token'] ?? '';
    const link = await findLink(visit.db, token);
    if (!link) throw conflict('link_spent');
    const input =
      link.purpose === 'recover'
        ? parseForm(form, RecoverForm)
        : link.purpose === 'first_coordinator'
          ? parseForm(form, FirstCoordinatorForm)
          : {};
    const spent = await spendLink(token, input, visit.facts.userAgent);
    if (spent.session) {
      if (visit.facts.token) await endSession(visit.facts.token);
      visit.cookies.push(sessionCookie(spent.session.token));
      if (spent.session.locale === 'en')
        visit.cookies.push(
          writeCookie('idioma', 'en', { maxAge: 31_536_000, secure: visit.facts.secure }),
        );
    }
    return redirectTo(nextPath(spent, visit.actor !== null), {
      visit,
      notice: `link_${spent.purpose}`,
    });
  },
  { form: true },
);

/** Where the person was when they asked for the link; who is not signed in passes by the sign-in page. */
function nextPath(spent: SpentLink, signedIn: boolean): string {
  const path = spent.returnTo ?? '/cuenta';
  return spent.session || signedIn ? path : `/entrar?volver=${encodeURIComponent(path)}`;
}

export default function MailedLink() {
  const { purpose, policy } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const form = useFormState({
    clave: t('field.new_password'),
    nombre: t('field.name'),
    acepta_datos: t('register.consent.short'),
  });
  const asksPassword = purpose === 'recover' || purpose === 'first_coordinator';
  return (
    <div className="l-wrap">
      <PageHead
        title={t(`link.${purpose}.title`)}
        current={t(`link.${purpose}.title`)}
        lead={t(`link.${purpose}.lead`)}
      />
      <div className="l-narrow auth">
        <FormMessages form={form} />
        {purpose === 'spent' ? (
          <div className="l-row">
            <ButtonLink href="/entrar/enlace" icon="mail">
              {t('by_link.title')}
            </ButtonLink>
            <ButtonLink href="/entrar/recuperar">{t('recover.title')}</ButtonLink>
          </div>
        ) : (
          <form method="post" noValidate>
            {purpose === 'first_coordinator' && (
              <TextField
                name="nombre"
                autoComplete="name"
                label={t('field.name')}
                value={form.value('nombre')}
                error={form.errors('nombre')}
              />
            )}
            {asksPassword && (
              <TextField
                name="clave"
                type="password"
                autoComplete="new-password"
                label={t('field.new_password')}
                hint={t('field.password.hint', { min: passwordLimits.min })}
                error={form.errors('clave')}
              />
            )}
            {policy && (
              <>
                <Fold summary={t('register.policy.short')}>
                  <DataPolicyText policy={policy} level="h3" />
                </Fold>
                <Checkbox
                  name="acepta_datos"
                  label={t('register.consent')}
                  checked={form.value('acepta_datos') === 'si'}
                  error={form.errors('acepta_datos')}
                />
              </>
            )}
            <p className="l-gap">
              <Button kind="go" size="big">
                {t(`link.${purpose}.submit`)}
              </Button>
            </p>
          </form>
        )}
      </div>
    </div>
  );
}
