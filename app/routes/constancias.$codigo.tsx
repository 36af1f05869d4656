import { useLoaderData } from '@remix-run/react';
import { findByCode } from '#app/platform/http/limit.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { checkCertificate } from '#app/domains/minutes/get-certificate.server.ts';
import { CertificateSheet, sheetOf } from '#app/domains/minutes/ui/certificate-sheet.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

export const loader = page(async ({ visit, params }) => {
  const found = await findByCode(visit, () => checkCertificate(visit.db, params['codigo']));
  return {
    title: visit.t('minutes')('certificate.title'),
    ...sheetOf(found, visit.url.host),
  };
});

/** Where whoever is shown a certificate checks it: that somebody was there, and nothing of who. */
export default function CheckedCertificate() {
  const sheet = useLoaderData<typeof loader>();
  const t = useT('minutes');
  const ofMeetings = useT('meetings');
  return (
    <div className="l-wrap">
      <div className="u-screen">
        <PageHead
          crumbs={[{ href: '/talleres', label: ofMeetings('list.title') }]}
          current={t('certificate.title')}
          title={t('certificate.check.heading')}
          lead={t('certificate.check.lead')}
        />
      </div>
      <CertificateSheet name={null} {...sheet} />
      {sheet.meeting.hasMinutes && (
        <p className="l-end u-screen">
          <ButtonLink icon="document" href={`/talleres/${sheet.meeting.id}/acta`}>
            {t('certificate.minutes')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
