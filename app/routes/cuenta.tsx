import { useLoaderData } from '@remix-run/react';
import { personIdOf } from '#app/kernel/actor.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { carryLanguage } from '#app/domains/accounts/carry-session.server.ts';
import { changeEmail, changeProfile } from '#app/domains/accounts/change-account.server.ts';
import { getAccount } from '#app/domains/accounts/get-account.server.ts';
import { listGrants } from '#app/domains/accounts/list-grants.server.ts';
import { resendVerification } from '#app/domains/accounts/request-link.server.ts';
import { AccountAction, EmailForm, ProfileForm } from '#app/domains/accounts/schema.ts';
import { AccountAside } from '#app/domains/accounts/ui/account-aside.tsx';
import { AccountForms } from '#app/domains/accounts/ui/account-forms.tsx';
import { OwnThings } from '#app/domains/accounts/ui/own-things.tsx';
import { UnverifiedNotice } from '#app/domains/accounts/ui/unverified-notice.tsx';
import { listOwnIdeas } from '#app/domains/ideas/list-own-ideas.server.ts';
import { OwnIdeas, type OwnIdea } from '#app/domains/ideas/ui/own-ideas.tsx';
import { countUnreadNotices } from '#app/domains/notices/count-unread-notices.server.ts';
import { listOwnSupports } from '#app/domains/votes/list-own-supports.server.ts';
import { OwnSupports } from '#app/domains/votes/ui/own-supports.tsx';
import { listOwnRegistrations } from '#app/domains/registration/list-registrations.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const personId = personIdOf(visit.requireActor());
  const [account, ideas, supports, registrations, unread, grants] = await Promise.all([
    getAccount(visit.db, personId),
    listOwnIdeas(visit.db, personId),
    listOwnSupports(visit.db, personId),
    listOwnRegistrations(visit.db, personId),
    countUnreadNotices(visit.db, personId),
    listGrants(visit.db, { personId }),
  ]);
  return {
    title: visit.t('accounts')('account.title'),
    account,
    ideas: ideas.map(({ id, title, lang, state, step, supports: given }): OwnIdea => {
      return { id, title, lang, state, step, supports: given };
    }),
    supports,
    registrations,
    unread,
    roles: grants
      .filter((grant) => grant.state === 'vigente')
      .map(({ id, role, scope, endsAt }) => ({ id, role, scope, endsAt })),
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireActor();
    const { action } = parseForm(form, AccountAction);
    if (action === 'verificar') {
      await limitAct(visit, 'mail');
      await resendVerification(actor);
      return redirectTo('/cuenta', { notice: 'link_sent' });
    }
    if (action === 'correo') {
      const input = parseForm(form, EmailForm);
      await limitAct(visit, 'sign-in');
      await limitAct(visit, 'mail');
      await changeEmail(actor, input);
      return redirectTo('/cuenta', { notice: 'link_sent' });
    }
    const input = parseForm(form, ProfileForm);
    await changeProfile(actor, input);
    carryLanguage(visit, input.locale);
    return redirectTo('/cuenta', { visit, notice: 'profile_changed' });
  },
  { form: true },
);

export default function AccountPage() {
  const { account, ideas, supports, registrations, unread, roles } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const f = useFormat();
  const form = useFormState({
    nombre: t('field.name'),
    correo: t('account.email.new'),
    clave: t('field.password'),
    idioma: t('account.language'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('account.hello', { name: account.name })}
        current={t('account.title')}
        lead={t('account.lead')}
        action={
          <ButtonLink kind="go" size="big" href="/ideas/nueva" icon="pencil">
            {t('account.write')}
          </ButtonLink>
        }
      />
      <FormMessages form={form} />
      {!account.verified && <UnverifiedNotice email={account.email} />}
      <div className="l-rail l-gap">
        <div className="l-stack l-stack--wide">
          <OwnIdeas ideas={ideas} />
          <OwnSupports supports={supports} />
          {registrations.length > 0 && (
            <OwnThings
              id="inscripciones"
              title={t('account.registrations.title')}
              lead={t('account.registrations.answer')}
              items={registrations.map((registration) => ({
                key: registration.code,
                href: `/inscripciones/${registration.code}`,
                title: registration.title,
                note: f.date(registration.startsAt),
              }))}
            />
          )}
          <AccountForms account={account} form={form} />
        </div>
        <AccountAside unread={unread} roles={roles} />
      </div>
    </div>
  );
}
