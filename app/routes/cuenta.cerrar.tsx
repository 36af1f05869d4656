import { useLoaderData } from '@remix-run/react';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { blankSessionCookie } from '#app/platform/session/cookie.server.ts';
import { closeAccount } from '#app/domains/accounts/close-account.server.ts';
import { CloseAccountForm } from '#app/domains/accounts/schema.ts';
import { personalData } from '#app/subjects.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choices.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

export const loader = page(({ visit }) => ({
  title: visit.t('accounts')('close.title'),
  name: visit.requireActor().name,
}));

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireActor();
    const input = parseForm(form, CloseAccountForm);
    await limitAct(visit, 'sign-in');
    await closeAccount(actor, input, personalData);
    visit.cookies.push(blankSessionCookie());
    return redirectTo('/', { visit, notice: 'account_closed' });
  },
  { form: true },
);

export default function CloseAccount() {
  const { name } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const form = useFormState({ clave: t('field.password'), confirmo: t('close.confirm.short') });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('close.heading', { name })}
        crumbs={[{ href: '/cuenta', label: t('account.title') }]}
        current={t('close.title')}
        lead={t('close.lead')}
      />
      <div className="l-form">
        <FormMessages form={form} />
        <div className="prose">
          <h2>{t('close.goes.title')}</h2>
          <p>{t('close.goes.text')}</p>
          <h2>{t('close.stays.title')}</h2>
          <p>{t('close.stays.text')}</p>
          <p>
            <a href="/cuenta/mis-datos" download>
              {t('close.download')}
            </a>
          </p>
        </div>
        <form method="post" noValidate className="l-gap">
          <TextField
            name="clave"
            type="password"
            autoComplete="current-password"
            label={t('field.password')}
            error={form.errors('clave')}
          />
          <p>
            <a href="/entrar/recuperar">{t('password.none')}</a>
          </p>
          <Checkbox
            name="confirmo"
            label={t('close.confirm')}
            checked={form.value('confirmo') === 'si'}
            error={form.errors('confirmo')}
          />
          <div className="l-row l-gap">
            <Button kind="go">{t('close.submit')}</Button>
            <ButtonLink href="/cuenta">{t('close.keep')}</ButtonLink>
          </div>
        </form>
      </div>
    </div>
  );
}
