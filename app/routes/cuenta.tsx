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
import { listOwnIdeas } from '#app/domains/ideas/list-own-ideas.server.ts';
import { IdeaBadge } from '#app/domains/ideas/ui/idea-badge.tsx';
import { countUnreadNotices } from '#app/domains/notices/count-unread-notices.server.ts';
import { listOwnSupports } from '#app/domains/votes/list-own-supports.server.ts';
import { listOwnRegistrations } from '#app/domains/workshops/list-own-registrations.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
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
    ideas: ideas.map(({ id, title, lang, state, step, supports: given }) => ({
      id,
      title,
      lang,
      state,
      step,
      supports: given,
    })),
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
      {!account.verified && (
        <Notice kind="sun" icon="mail" title={t('account.unverified.title')}>
          <p>{t('account.unverified.text', { email: account.email })}</p>
          <form method="post" className="l-end">
            <Button name="accion" value="verificar" size="small">
              {t('account.unverified.resend')}
            </Button>
          </form>
        </Notice>
      )}
      <div className="l-rail l-gap">
        <div className="l-stack l-stack--wide">
          <section className="l-stack" aria-labelledby="ideas">
            <h2 id="ideas">{t('account.ideas.title')}</h2>
            {ideas.length === 0 ? (
              <EmptyState
                level="h3"
                title={t('account.ideas.none')}
                text={t('account.ideas.none.text')}
              />
            ) : (
              <ul className="list">
                {ideas.map((idea) => (
                  <li key={idea.id}>
                    <span>
                      <a href={`/ideas/${idea.id}`} lang={idea.lang}>
                        {idea.title}
                      </a>
                      {idea.state === 'publicada' && (
                        <>
                          <br />
                          <span className="u-small u-mute">
                            {t('account.ideas.supports', { count: idea.supports })}
                          </span>
                        </>
                      )}
                    </span>
                    <IdeaBadge state={idea.state} step={idea.step} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="l-stack" aria-labelledby="apoyos">
            <h2 id="apoyos">{t('account.supports.title')}</h2>
            {supports.length === 0 ? (
              <EmptyState
                level="h3"
                title={t('account.supports.none')}
                text={t('account.supports.none.text')}
                action={<ButtonLink href="/ideas">{t('account.supports.look')}</ButtonLink>}
              />
            ) : (
              <ul className="list">
                {supports.map((support) => (
                  <li key={support.ideaId}>
                    <span>
                      <a href={`/ideas/${support.ideaId}`}>{support.title}</a>
                      <br />
                      <span className="u-small u-mute">{f.date(support.supportedAt)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          {registrations.length > 0 && (
            <section className="l-stack" aria-labelledby="inscripciones">
              <h2 id="inscripciones">{t('account.registrations.title')}</h2>
              <ul className="list">
                {registrations.map((registration) => (
                  <li key={registration.code}>
                    <span>
                      <a href={`/inscripciones/${registration.code}`}>{registration.title}</a>
                      <br />
                      <span className="u-small u-mute">{f.date(registration.startsAt)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <AccountForms account={account} form={form} />
        </div>
        <AccountAside unread={unread} roles={roles} />
      </div>
    </div>
  );
}
