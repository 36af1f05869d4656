import { useLoaderData } from '@remix-run/react';
import { personIdOf } from '#app/kernel/actor.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { act, page, parseForm, redirectTo, valuesOf } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listSessions } from '#app/platform/session/session.server.ts';
import { changePassword } from '#app/domains/accounts/change-account.server.ts';
import { closeOtherSessions, closeSession } from '#app/domains/accounts/close-session.server.ts';
import { passwordLimits } from '#app/domains/accounts/rules.ts';
import { PasswordForm, SessionForm } from '#app/domains/accounts/schema.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { FormMessages } from '#app/ui/form-messages.tsx';
import { useFormState } from '#app/ui/form-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

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
    const input = parseForm(values, PasswordForm);
    await limitAct(visit, 'sign-in');
    await changePassword(actor, input);
    return redirectTo('/cuenta/sesiones', { notice: 'password_changed' });
  },
  { form: true },
);

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const f = useFormat();
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
      <section className="l-stack l-form" aria-labelledby="sesiones">
        <h2 id="sesiones">{t('sessions.open', { count: sessions.length })}</h2>
        <ul className="list">
          {sessions.map((session) => (
            <li key={session.id}>
              <span>
                <b>{session.device || t('sessions.unknown')}</b>
                <br />
                <span className="u-small u-mute">
                  {t('sessions.dates', {
                    opened: f.date(session.createdAt, 'moment'),
                    used: f.date(session.lastUsedAt, 'moment'),
                  })}
                </span>
              </span>
              {session.isThis ? (
                <Badge kind="done">{t('sessions.this')}</Badge>
              ) : (
                <form method="post">
                  <input type="hidden" name="sesion" value={session.id} />
                  <Button
                    name="accion"
                    value="cerrar"
                    size="small"
                    aria-label={t('sessions.close.named', {
                      device: session.device || t('sessions.unknown'),
                    })}
                  >
                    {t('sessions.close')}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <form method="post">
            <Button name="accion" value="cerrar_otras">
              {t('sessions.close_others')}
            </Button>
          </form>
        )}
      </section>
      <section className="l-stack l-form l-gap" aria-labelledby="cambiar-clave">
        <h2 id="cambiar-clave">{t('password.title')}</h2>
        <p>{t('password.text')}</p>
        <form method="post" noValidate>
          <TextField
            name="clave"
            type="password"
            autoComplete="current-password"
            label={t('field.current_password')}
            error={form.errors('clave')}
          />
          <TextField
            name="clave_nueva"
            type="password"
            autoComplete="new-password"
            label={t('field.new_password')}
            hint={t('field.password.hint', { min: passwordLimits.min })}
            error={form.errors('clave_nueva')}
          />
          <p className="l-gap">
            <Button name="accion" value="clave" kind="go">
              {t('password.submit')}
            </Button>
          </p>
        </form>
      </section>
    </div>
  );
}
