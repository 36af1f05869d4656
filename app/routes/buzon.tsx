import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { listMail } from '#app/platform/mail/list-mail.server.ts';
import { MailText } from '#app/domains/accounts/ui/mail-text.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const meta = titleOf;

/** Only a demonstration shows what it mailed. */
export const loader = page(async ({ visit, url }) => {
  if (!visit.isDemo) throw notFound('page_not_found');
  const to = (url.searchParams.get('para') ?? '').trim().toLowerCase();
  const mails = await listMail(to || null, 50);
  return {
    title: visit.t('accounts')('mailbox.title'),
    to,
    mails: mails.map((mail) => ({ ...mail, enviado_en: new Date(mail.enviado_en) })),
  };
});

export default function Mailbox() {
  const { to, mails } = useLoaderData<typeof loader>();
  const t = useT('accounts');
  const f = useFormat();
  return (
    <div className="l-wrap">
      <PageHead title={t('mailbox.title')} current={t('mailbox.title')} lead={t('mailbox.lead')} />
      <div className="l-form">
        <form method="get" action="/buzon">
          <TextField
            name="para"
            type="email"
            inputMode="email"
            label={t('mailbox.to')}
            optional
            value={to}
          />
          <p className="l-end">
            <Button>{t('mailbox.filter')}</Button>
          </p>
        </form>
        {mails.length === 0 ? (
          <EmptyState title={t('mailbox.empty.title')} text={t('mailbox.empty.text')} />
        ) : (
          <ul className="l-stack l-stack--tight l-gap" role="list">
            {mails.map((mail, index) => (
              <li key={mail.id}>
                <Fold
                  open={index === 0}
                  summary={
                    <>
                      <b>{mail.asunto}</b>{' '}
                      <span className="fold__by u-small u-mute u-break">
                        {t('mailbox.line', {
                          to: mail.para,
                          date: f.date(mail.enviado_en, 'moment'),
                        })}
                      </span>
                    </>
                  }
                >
                  <MailText text={mail.texto} />
                </Fold>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
