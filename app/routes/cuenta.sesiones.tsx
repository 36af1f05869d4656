import { useLoaderData } from '@remix-run/react';
import { personIdOf } from '#app/kernel/actor.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { listSessions } from '#app/platform/session/session.server.ts';
import { changePassword } from '#app/domains/accounts/change-account.server.ts';
import { closeOtherSessions, closeSession } from '#app/domains/accounts/close-session.server.ts';
import { PasswordForm as PasswordFields, SessionForm } from '#app/domains/accounts/schema.ts';
import { PasswordForm } from '#app/domains/accounts/ui/password-form.tsx';
import { SessionList } from '#app/domains/accounts/ui/session-list.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit }) => {
  const actor = visit.requireActor();
  const sessions = await listSessions(visit.db, personIdOf(actor));
  return {
    title: visit.t('accounts')('sessions.title'),
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === actor.sessionId })),
  };
});

export const action = act(
  async ({ visit, form }) => {
    const actor = visit.requireActor();
    const values = valuesOf(form);
    const { action, sessionId } = parseForm(form, SessionForm);
    if (action === 'cerrar') {
      await closeSession(actor, sessionId ?? '');
      return redirectTo('/cuenta/sesiones', { notice: 'session_closed' });
    }
    if (action === 'cerrar_otras') {
      await closeOtherSessions(actor);
      return redirectTo('/cuenta/sesiones', { notice: 'sessions_closed' });
    }
    // What is typed as a password is never sent back with the form.
    form.delete('clave_nueva');
    const input = parseForm(values, PasswordFields);
    await limitAct(visit, 'sign-in');
    await changePassword(actor, input);
    return redirectTo('/cuenta/sesiones', { notice: 'password_changed' });
  },
  { form: true },
);

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const form = useFormState({
    clave: t('field.current_password'),
    clave_nueva: t('field.new_password'),
  });
  return (
    <div className="l-wrap">
      <PageHead
        title={t('sessions.title')}
        crumbs={[{ href: '/cuenta', label: t('account.title') }]}
        current={t('sessions.title')}
        lead={t('sessions.lead')}
      />
      <FormMessages form={form} />
      <SessionList sessions={sessions} />
      <PasswordForm form={form} />
    </div>
  );
}
