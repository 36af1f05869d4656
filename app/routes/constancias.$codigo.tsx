import { useLoaderData } from '@remix-run/react';
import { isAppError } from '#app/kernel/errors.ts';
import { limitAct } from '#app/platform/http/limit.server.ts';
import { page, type PageArgs } from '#app/platform/http/route.server.ts';
import { titleOf } from '#app/platform/http/title.ts';
import { useT } from '#app/platform/i18n/use-t.ts';
import { checkCertificate } from '#app/domains/minutes/get-certificate.server.ts';
import { CertificateSheet, sheetOf } from '#app/domains/minutes/ui/certificate-sheet.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta = titleOf;

/** Wrong codes are counted, so that nobody tries them all. */
async function find({ visit, params }: PageArgs) {
  try {
    return await checkCertificate(visit.db, params['codigo']);
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') await limitAct(visit, 'code');
    throw error;
  }
}

export const loader = page(async (args) => ({
  title: args.visit.t('minutes')('certificate.title'),
  ...sheetOf(await find(args), args.visit.url.host),
}));

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
