import { useLoaderData } from '@remix-run/react';
import { readCookie } from '#app/platform/http/cookies.ts';
import { findByCode } from '#app/platform/http/limit.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { getCertificate } from '#app/domains/minutes/get-certificate.server.ts';
import { CertificateSheet, sheetOf } from '#app/domains/minutes/ui/certificate-sheet.tsx';
import { passCookie } from '#app/domains/registration/open-personal.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** It may hold a name: no browser keeps a copy. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = page(async ({ visit, params, request }) => {
  const cookie = readCookie(request.headers.get('cookie'), passCookie);
  const { actor, facts } = visit;
  const by = { actor, token: facts.token, cookie };
  const found = await findByCode(visit, () => getCertificate(visit.db, params['codigo'], by));
  return {
    title: visit.t('minutes')('certificate.title'),
    code: found.code,
    name: found.name,
    ...sheetOf(found, visit.url.host),
  };
});

export default function Certificate() {
  const { code, name, ...sheet } = useLoaderData<typeof loader>();
  const { meeting } = sheet;
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  return (
    <div className="l-wrap">
      <div className="u-screen">
        <PageHead
          crumbs={[
            { href: '/talleres', label: ofMeetings('list.title') },
            { href: `/inscripciones/${code}`, label: t('certificate.crumb') },
          ]}
          current={t('certificate.title')}
          title={t('certificate.heading')}
          lead={t('certificate.lead')}
        />
        {name === null && (
          <div className="l-end">
            <Notice title={t('certificate.closed')}>
              {t('certificate.closed.text')}{' '}
              <a href={`/inscripciones/${code}`}>{t('certificate.closed.link')}</a>
            </Notice>
          </div>
        )}
        {name === '' && (
          <div className="l-end">
            <Notice>{t('certificate.purged')}</Notice>
          </div>
        )}
      </div>
      <CertificateSheet name={name} {...sheet} />
      {meeting.hasMinutes && (
        <p className="l-end u-screen">
          <ButtonLink icon="document" href={`/talleres/${meeting.id}/acta`}>
            {t('certificate.minutes')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
